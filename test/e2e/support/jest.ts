import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countsOf } from '../../support/counts';
import type { Counts } from '../../support/counts';
import type { Context } from './context';

const e2e = join(__dirname, '..');
const root = join(e2e, '..', '..');

/**
 * Runs the tests once. jest prints what comes out, with the counts in the last line.
 *
 * @param args for jest
 * @param context what the tests need to know; they find it in `E2E`
 * @param signal ends the run
 * @returns and jest's exit code
 */
export async function runJest(
	args: string[],
	context: Context,
	signal: AbortSignal,
): Promise<Counts & { code: number }> {
	const jest = require.resolve('jest/bin/jest', { paths: [root] });
	const config = join(e2e, 'jest.config.js');
	const outputFile = join(context.folder, 'results.json');
	await rm(outputFile, { force: true });
	const flags = ['--config', config, '--runInBand', '--json', '--outputFile', outputFile];
	const child = spawn(process.execPath, [jest, ...flags, ...args], {
		stdio: 'inherit',
		env: { ...process.env, E2E: JSON.stringify(context) },
	});
	signal.addEventListener('abort', () => child.kill('SIGTERM'));
	const [code] = await once(child, 'exit');
	const results = await readFile(outputFile, 'utf8').catch(() => '');
	// Where there is no result at all, that is a failure like any other.
	if (!results) return { passed: 0, failed: 1, skipped: 0, code: code || 1 };
	return { ...countsOf(JSON.parse(results)), code: code ?? 1 };
}
