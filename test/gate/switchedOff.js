const fs = require('node:fs/promises');
const path = require('node:path');

/** Comments by which ESLint or the TypeScript compiler looks away. */
const switches =
	/(?:\/\/|\/\*)[\s*]*(eslint(?:-\w+)*\b|global\s|exported\s|@ts-(?:ignore|nocheck|expect-error))/;

/**
 * Places in `nodes/` and `credentials/` where a rule is switched off by a comment.
 *
 * @param {string} root the package's folder
 * @returns {Promise<string[]>} a line for each
 */
async function switchedOff(root) {
	const findings = [];
	for (const folder of ['nodes', 'credentials']) {
		for (const file of await fs.readdir(path.join(root, folder), { recursive: true })) {
			if (!/\.[cm]?[jt]s$/.test(file)) continue;
			const lines = (await fs.readFile(path.join(root, folder, file), 'utf8')).split('\n');
			for (const [index, line] of lines.entries()) {
				const found = switches.exec(line)?.[1];
				if (found) findings.push(`${folder}/${file}:${index + 1} switches a rule off: ${found}`);
			}
		}
	}
	return findings;
}

module.exports = { switchedOff };
