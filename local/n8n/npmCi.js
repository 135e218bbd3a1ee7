const fs = require('node:fs/promises');
const path = require('node:path');
const { runNpm } = require('./npm');

/** @param {string} file */
const changedAt = async (file) => (await fs.stat(file).catch(() => null))?.mtimeMs ?? 0;

/**
 * Installs what the lock file of a folder names, where that has not been done.
 *
 * @param {string} cwd a folder with a package.json and a package-lock.json
 * @param {object} options
 * @param {string} options.title what is being installed, in the user's words
 * @param {import('./progress').Progress} options.progress
 * @param {AbortSignal} [options.signal] ends the installation when aborted
 */
async function npmCi(cwd, { title, progress, signal }) {
	const installedAt = await changedAt(path.join(cwd, 'node_modules', '.package-lock.json'));
	if (installedAt && installedAt >= (await changedAt(path.join(cwd, 'package-lock.json')))) return;
	progress.step(`Installing ${title}`);
	await runNpm(['ci'], { cwd, signal });
}

module.exports = { npmCi };
