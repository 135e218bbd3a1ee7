import { parseArgs } from 'node:util';

const sandboxUsage = `With CASHFREE_CLIENT_ID and CASHFREE_CLIENT_SECRET set, and CASHFREE_PUBLIC_KEY where the account
requires signed requests, Cashfree's sandbox is used and nothing is run without being asked.`;

export const usage = `Usage: npm start [-- options]

  --port N           port of the n8n editor (default 5678; with --once any free one)
  --cashfree-port N  port of the local Cashfree server (default any free one)
  --once             run the example workflow, print its output as JSON, stop

${sandboxUsage}`;

export const devUsage = `Usage: npm run dev [-- options]

  --port N           port of the n8n editor (default 5678)
  --cashfree-port N  port of the local Cashfree server (default any free one)
  --inspect-port N   port for a debugger of n8n (default 9229)

${sandboxUsage}`;

/** Keys of Cashfree's own sandbox. */
export interface SandboxKeys {
	clientId: string;
	clientSecret: string;
	/** where the account requires signed requests */
	publicKey: string | undefined;
}

/** What `npm start` and `npm run dev` can both be told. */
export interface SharedOptions {
	/** of the editor, 0 for any free one */
	port: number;
	/** 0 for any free one */
	cashfreePort: number;
	/** to be used in place of the local server */
	sandboxKeys: SandboxKeys | undefined;
	help: boolean;
}

export interface Options extends SharedOptions {
	once: boolean;
}

export interface DevOptions extends SharedOptions {
	/** of n8n's debugger */
	inspectPort: number;
}

function readPort(name: string, text: string) {
	if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
	throw new Error(`--${name} takes a whole number from 0 (any free port) to 65535, not "${text}".`);
}

function readSandboxKeys(env: NodeJS.ProcessEnv): SandboxKeys | undefined {
	const { CASHFREE_CLIENT_ID, CASHFREE_CLIENT_SECRET, CASHFREE_PUBLIC_KEY } = env;
	if (!CASHFREE_CLIENT_ID && !CASHFREE_CLIENT_SECRET && !CASHFREE_PUBLIC_KEY) return undefined;
	if (!CASHFREE_CLIENT_ID || !CASHFREE_CLIENT_SECRET) {
		throw new Error(
			"For Cashfree's sandbox set both CASHFREE_CLIENT_ID and CASHFREE_CLIENT_SECRET; for the " +
				'local Cashfree server set neither, nor CASHFREE_PUBLIC_KEY.',
		);
	}
	return {
		clientId: CASHFREE_CLIENT_ID,
		clientSecret: CASHFREE_CLIENT_SECRET,
		publicKey: CASHFREE_PUBLIC_KEY || undefined,
	};
}

const shared = {
	port: { type: 'string' },
	'cashfree-port': { type: 'string', default: '0' },
	help: { type: 'boolean', default: false },
} as const;

/**
 * @param args the command line after the script's name
 * @throws with what to write instead
 */
export function readOptions(args: string[], env: NodeJS.ProcessEnv): Options {
	const options = { ...shared, once: { type: 'boolean', default: false } } as const;
	const { values } = parseArgs({ args, options });
	const sandboxKeys = readSandboxKeys(env);
	if (values.once && sandboxKeys) {
		throw new Error(
			'--once runs the example workflow, which is done against the local Cashfree server only. ' +
				'Unset CASHFREE_CLIENT_ID, CASHFREE_CLIENT_SECRET and CASHFREE_PUBLIC_KEY.',
		);
	}
	return {
		port: readPort('port', values.port ?? (values.once ? '0' : '5678')),
		cashfreePort: readPort('cashfree-port', values['cashfree-port']),
		once: values.once,
		help: values.help,
		sandboxKeys,
	};
}

/**
 * @param args the command line after the script's name
 * @throws with what to write instead
 */
export function readDevOptions(args: string[], env: NodeJS.ProcessEnv): DevOptions {
	const options = { ...shared, 'inspect-port': { type: 'string', default: '9229' } } as const;
	const { values } = parseArgs({ args, options });
	return {
		port: readPort('port', values.port ?? '5678'),
		cashfreePort: readPort('cashfree-port', values['cashfree-port']),
		inspectPort: readPort('inspect-port', values['inspect-port']),
		help: values.help,
		sandboxKeys: readSandboxKeys(env),
	};
}
