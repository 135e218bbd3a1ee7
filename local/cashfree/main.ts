import { parseArgs } from 'node:util';
import { startCashfree } from '.';

const usage = `Usage: npm run cashfree -- [--port N] [--two-factor publicKey|ipWhitelist]`;

function readArguments(): { port: number; twoFactor: 'publicKey' | 'ipWhitelist' } {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '8787' },
			'two-factor': { type: 'string', default: 'publicKey' },
		},
	});
	const port = Number(values.port);
	const twoFactor = values['two-factor'];
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error('--port takes a whole number from 0 (any free port) to 65535.');
	}
	if (twoFactor !== 'publicKey' && twoFactor !== 'ipWhitelist') {
		throw new Error('--two-factor takes publicKey or ipWhitelist.');
	}
	return { port, twoFactor };
}

function giveUp(message: string): never {
	console.error(message);
	process.exit(1);
}

async function main() {
	const options = (() => {
		try {
			return readArguments();
		} catch (error) {
			return giveUp(`${(error as Error).message}\n${usage}`);
		}
	})();
	const cashfree = await startCashfree(options).catch((error) =>
		giveUp(
			error.code === 'EADDRINUSE'
				? `Port ${options.port} is in use. Stop the program that uses it, or choose another: --port N`
				: `The local Cashfree server could not start: ${error.message}`,
		),
	);
	for (const signal of ['SIGINT', 'SIGTERM']) {
		process.once(signal, () => cashfree.close().then(() => process.exit(0)));
	}
	const signature =
		options.twoFactor === 'publicKey'
			? `Two-factor method: Public Key. Sign each request with this public key:\n\n${cashfree.publicKey}`
			: 'Two-factor method: IP Whitelist. Every address may call.';
	console.log(`The local Cashfree server is running. Nothing leaves this machine.

Base URL:      ${cashfree.url}
Client ID:     ${cashfree.clientId}
Client secret: ${cashfree.clientSecret}
${signature}
Page:          ${cashfree.origin}/_local/ (verifications, webhooks, faults)
Controls:      ${cashfree.origin}/_local/state (see local/cashfree/README.md)
Press Ctrl-C to stop.`);
}

void main();
