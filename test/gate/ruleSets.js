const { execFile } = require('node:child_process');
const fs = require('node:fs/promises');
const path = require('node:path');
const { promisify } = require('node:util');
const { runNpm } = require('../../local/n8n/npm');
const { npmCi } = require('../../local/n8n/npmCi');

/**
 * @typedef {object} RuleSet
 * @property {string} name in words
 * @property {string} folder where it is installed
 */

const pinned = { name: 'the rules that n8n pins', folder: path.join(__dirname, 'rules', 'pinned') };
const newest = { name: 'the newest rules', folder: path.join(__dirname, 'rules', 'newest') };

const latest = {
	name: 'the rules published last',
	folder: path.join(__dirname, 'rules', 'latest'),
};

/** Installs the newest set with the versions of today in place of those of the lock file. */
async function installLatest() {
	const { folder } = latest;
	const manifest = JSON.parse(await fs.readFile(path.join(newest.folder, 'package.json'), 'utf8'));
	for (const name of Object.keys(manifest.dependencies)) manifest.dependencies[name] = 'latest';
	await fs.rm(folder, { recursive: true, force: true });
	await fs.mkdir(folder);
	await fs.writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
	await fs.copyFile(path.join(newest.folder, '.npmrc'), path.join(folder, '.npmrc'));
	await runNpm(['install', '--no-package-lock'], { cwd: folder });
}

/**
 * @param {boolean} lookUp whether to look up the newest versions, beyond the lock file
 * @param {import('../../local/n8n/progress').Progress} progress
 * @returns {Promise<RuleSet[]>} the pinned and the newest one
 */
async function installRuleSets(lookUp, progress) {
	await npmCi(pinned.folder, { title: pinned.name, progress });
	if (!lookUp) {
		await npmCi(newest.folder, { title: newest.name, progress });
		return [pinned, newest];
	}
	progress.step(`Installing ${latest.name}`);
	await installLatest();
	return [pinned, latest];
}

/**
 * What a set of rules says: errors and warnings alike, and no inline comment counts.
 *
 * @param {RuleSet} set
 * @param {'source' | 'package'} leg the source files, or the unpacked tarball
 * @param {string} folder what to look at
 * @param {string} scratch where the scan may leave files behind
 * @returns {Promise<{ files: number, findings: { rule: string | null, text: string }[] }>}
 */
async function lint(set, leg, folder, scratch) {
	const args = [path.join(__dirname, 'lint.mjs'), set.folder, leg, folder];
	const env = { ...process.env, TMPDIR: scratch, TEMP: scratch };
	const maxBuffer = 64 * 1024 * 1024;
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer });
	return JSON.parse(stdout);
}

module.exports = { installRuleSets, lint, pinned };
