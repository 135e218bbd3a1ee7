const { spawn } = require('node:child_process');
const { once } = require('node:events');
const fs = require('node:fs/promises');
const path = require('node:path');
const { countsOf } = require('../../support/counts');

const e2e = path.join(__dirname, '..');
const root = path.join(e2e, '..', '..');

/**
 * Runs the tests once. jest prints what comes out, with the counts in the last line.
 *
 * @param {string[]} args for jest
 * @param {{ folder: string }} context what the tests need to know; they find it in `E2E`
 * @param {AbortSignal} signal ends the run
 * @returns {Promise<import('../../support/counts').Counts & { code: number }>} and jest's exit code
 */
async function runJest(args, context, signal) {
	const jest = require.resolve('jest/bin/jest', { paths: [root] });
	const config = path.join(e2e, 'jest.config.js');
	const outputFile = path.join(context.folder, 'results.json');
	await fs.rm(outputFile, { force: true });
	const flags = ['--config', config, '--runInBand', '--json', '--outputFile', outputFile];
	const child = spawn(process.execPath, [jest, ...flags, ...args], {
		stdio: 'inherit',
		env: { ...process.env, E2E: JSON.stringify(context) },
	});
	signal.addEventListener('abort', () => child.kill('SIGTERM'));
	const [code] = await once(child, 'exit');
	const results = await fs.readFile(outputFile, 'utf8').catch(() => '');
	// Where there is no result at all, that is a failure like any other.
	if (!results) return { passed: 0, failed: 1, skipped: 0, code: code || 1 };
	return { ...countsOf(JSON.parse(results)), code: code ?? 1 };
}

module.exports = { runJest };
