/**
 * Prints what CHANGELOG.md says about one version, for the GitHub release. JavaScript, since the
 * workflow runs it with plain Node before anything is installed.
 *
 * node .github/releaseNotes.js v0.1.0
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.dirname(__dirname);

/**
 * @param {string} changelog
 * @param {string} version e.g. `0.1.0`
 * @returns {string} the text below the version's heading
 * @throws where there is no such heading, or nothing below it
 */
function releaseNotes(changelog, version) {
	const parts = changelog.split(/^## /m).slice(1);
	const part = parts.find((text) => text.split(/[\s(]/, 1)[0] === version) ?? '';
	const notes = part.slice(part.indexOf('\n') + 1).trim();
	if (!notes) throw new Error(`CHANGELOG.md says nothing about ${version}.`);
	return notes;
}

function main() {
	const tag = process.argv[2] ?? '';
	const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	if (tag !== `v${version}`) {
		throw new Error(`The tag is "${tag}", but package.json has the version ${version}.`);
	}
	console.log(releaseNotes(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version));
}

if (require.main === module) {
	try {
		main();
	} catch (error) {
		console.error(/** @type {Error} */ (error).message);
		process.exitCode = 1;
	}
}

module.exports = { releaseNotes };
