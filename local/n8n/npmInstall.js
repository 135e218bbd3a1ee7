const fs = require('node:fs/promises');
const path = require('node:path');
const { runNpm } = require('./npm');

/**
 * What every step of an installation needs.
 *
 * @typedef {object} Context
 * @property {string} cache the folder for downloaded versions
 * @property {import('./progress').Progress} progress
 * @property {AbortSignal} [signal] ends the installation when aborted
 */

/**
 * Runs `npm install` without install scripts, with a sign of life: minutes and packages so far.
 *
 * @param {string} title what is being installed, in the user's words
 * @param {{ dependencies: Record<string, string>, [key: string]: unknown }} manifest the
 * package.json to install; its first dependency must be in the registry, or it fails at once
 * @param {{ cwd: string, node?: string }} place an empty folder, and the Node to run npm with
 * @param {Context} context
 */
async function npmInstall(title, manifest, { cwd, node }, { progress, signal }) {
	const startedAt = Date.now();
	const counts = { lookedUp: 0, downloaded: 0 };
	const timer = setInterval(() => {
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		const { lookedUp, downloaded } = counts;
		progress.sign(`${title}: ${time}, ${lookedUp} packages looked up, ${downloaded} downloaded`);
	}, 1_000);

	/** @param {string} line */
	function onLine(line) {
		const [, kind, url] = /^npm http (fetch GET 200|cache) (\S+)/.exec(line) ?? [];
		if (!url) return;
		if (!url.endsWith('.tgz')) counts.lookedUp++;
		// What npm says of its cache is said of a package that it then downloads, too.
		else if (kind !== 'cache') counts.downloaded++;
	}

	try {
		await fs.writeFile(path.join(cwd, 'package.json'), JSON.stringify(manifest, null, '\t'));
		// Out of reach, the registry shows in seconds here; the installation would try for minutes.
		const [name, range] = Object.entries(manifest.dependencies)[0];
		await runNpm(['view', `${name}@${range}`, 'version', '--fetch-retries=0'], { cwd, signal });
		const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
		await runNpm(install, { cwd, node, onLine, signal });
	} finally {
		clearInterval(timer);
	}
}

module.exports = { npmInstall };
