'use strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const main = join(__dirname, '../../local/cashfree/main.ts');

/**
 * Runs the command line of the local Cashfree server.
 * @param until stop with SIGINT as soon as this text was printed
 * @returns once it has ended; output of both streams
 */
export async function runCli(
	args: string[],
	until?: string,
): Promise<{ code: number | null; output: string }> {
	const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => {
			const before = output;
			output += chunk;
			if (until && !before.includes(until) && output.includes(until)) child.kill('SIGINT');
		});
	}
	const [code] = await once(child, 'close');
	return { code, output };
}
