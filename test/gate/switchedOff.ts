import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Comments by which ESLint or the TypeScript compiler looks away. */
const switches =
	/(?:\/\/|\/\*)[\s*]*(eslint(?:-\w+)*\b|global\s|exported\s|@ts-(?:ignore|nocheck|expect-error))/;

/**
 * Places in `nodes/` and `credentials/` where a rule is switched off by a comment.
 *
 * @param root the package's folder
 * @returns a line for each
 */
export async function switchedOff(root: string): Promise<string[]> {
	const findings: string[] = [];
	for (const folder of ['nodes', 'credentials']) {
		for (const file of await readdir(join(root, folder), { recursive: true })) {
			if (!/\.[cm]?[jt]s$/.test(file)) continue;
			const lines = (await readFile(join(root, folder, file), 'utf8')).split('\n');
			for (const [index, line] of lines.entries()) {
				const found = switches.exec(line)?.[1];
				if (found) findings.push(`${folder}/${file}:${index + 1} switches a rule off: ${found}`);
			}
		}
	}
	return findings;
}
