import fs from 'node:fs';
import path from 'node:path';
import { startNode } from './nodeProcess';
import { explainNpm } from './npmMessages';

/**
 * Finds npm's JavaScript entry: `npm.cmd` on Windows cannot be started without a shell.
 *
 * @throws where it is neither the npm that runs this script nor one that came with Node
 */
function findNpm(): string {
	const cli = path.join('node_modules', 'npm', 'bin', 'npm-cli.js');
	const nodeFolder = path.dirname(process.execPath);
	const candidates = [
		// Set by npm for the scripts it runs; other package managers set it to themselves.
		process.env.npm_execpath ?? '',
		path.join(nodeFolder, cli),
		path.join(nodeFolder, '..', 'lib', cli),
	];
	const found = candidates.find(
		(file) => path.basename(file) === 'npm-cli.js' && fs.existsSync(file),
	);
	if (!found) throw new Error('npm was not found beside Node. Start this with npm: npm start.');
	return found;
}

/**
 * The environment for npm: that of this process without what the npm that started it left there
 * for its own script.
 */
export function npmEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const ofScript =
		/^(npm_(package|lifecycle)_|npm_command$|npm_config_(local_prefix|loglevel)$|INIT_CWD$)/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !ofScript.test(name)));
}

interface RunNpmOptions {
	cwd: string;
	/**
	 * the Node binary to run npm with (default: the running one); it comes first on the PATH too,
	 * so that install scripts use it
	 */
	node?: string | undefined;
	/** variables to add */
	env?: NodeJS.ProcessEnv;
	/** gets each line that npm prints */
	onLine?: (line: string) => void;
	/** stops npm when aborted */
	signal?: AbortSignal | undefined;
}

/**
 * Runs npm to its end.
 *
 * @returns what npm printed to standard output
 * @throws with what to do next, where npm does not succeed
 */
export async function runNpm(
	args: string[],
	{ cwd, node = process.execPath, env = {}, onLine, signal }: RunNpmOptions,
): Promise<string> {
	const output: string[] = [];
	const answer: string[] = [];
	const inherited = npmEnvironment(process.env);
	const pathName = Object.keys(inherited).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	const npm = startNode({
		node,
		args: [findNpm(), ...args],
		cwd,
		env: {
			...inherited,
			[pathName]: [path.dirname(node), inherited[pathName]].join(path.delimiter),
			...env,
		},
		onLine: (line, stream) => {
			(stream === 'stdout' ? answer : output).push(line);
			onLine?.(line);
		},
		signal,
	});
	const { code } = await npm.exited;
	signal?.throwIfAborted();
	if (code !== 0) throw new Error(explainNpm([...output, ...answer].join('\n')));
	return answer.join('\n');
}
