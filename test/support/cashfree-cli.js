'use strict';
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');

const main = path.join(__dirname, '../../local/cashfree/main.ts');

/**
 * Runs the command line of the local Cashfree server.
 * @param {string[]} args
 * @param {string} [until] stop with SIGINT as soon as this text was printed
 * @returns {Promise<{ code: number | null, output: string }>} once it has ended; output of both streams
 */
async function runCli(args, until) {
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

module.exports = { runCli };
