import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { scripts } from '../../package.json';

const root = path.join(__dirname, '../..');

/**
 * Where a pass of the linter, started as `npm run lint` starts it, finds a fault: file and line.
 *
 * @param pass the name of its script
 * @param files a text for each file, in a folder of their own
 */
export async function lintFaults(
	pass: 'lint:patterns' | 'lint:style',
	files: Record<string, string>,
): Promise<string[]> {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'lint-'));
	try {
		await fs.symlink(path.join(root, 'lint'), path.join(folder, 'lint'));
		for (const [name, text] of Object.entries(files)) {
			await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
			await fs.writeFile(path.join(folder, name), text);
		}
		const [, ...args] = scripts[pass].split(' ');
		const eslint = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
		const command = [eslint, ...args, '--format', 'json'];
		const stdout = await new Promise<string>((resolve) => {
			execFile(process.execPath, command, { cwd: folder }, (_error, output) => resolve(output));
		});
		const results = JSON.parse(stdout) as { filePath: string; messages: { line: number }[] }[];
		const faults = results.flatMap(({ filePath, messages }) =>
			messages.map(({ line }) => `${path.relative(folder, filePath)}:${line}`),
		);
		return [...new Set(faults)].sort();
	} finally {
		await fs.rm(folder, { recursive: true });
	}
}
