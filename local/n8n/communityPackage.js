const fs = require('node:fs/promises');
const path = require('node:path');
const { runNpm } = require('./npm');

/**
 * Builds a package and packs it as `npm publish` would.
 *
 * @param {object} options
 * @param {string} options.source the package's folder, with its dependencies installed
 * @param {string} options.target an existing folder for the tarball
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<string>} path of the tarball
 * @throws with the last lines of the build where it does not succeed
 */
async function packPackage({ source, target, signal }) {
	await runNpm(['run', 'build'], { cwd: source, signal });
	const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', target];
	const [{ filename }] = JSON.parse(await runNpm(pack, { cwd: source, signal }));
	return path.join(target, filename);
}

/**
 * Installs a packed package where n8n keeps the community packages that a user installs. n8n must
 * not be running.
 *
 * @param {object} options
 * @param {string} options.tarball as `npm pack` makes it
 * @param {string} options.userFolder n8n's user folder
 * @param {AbortSignal} [options.signal]
 */
async function installPackage({ tarball, userFolder, signal }) {
	const cwd = path.join(userFolder, '.n8n', 'nodes');
	await fs.mkdir(cwd, { recursive: true });
	await fs.writeFile(path.join(cwd, 'package.json'), JSON.stringify({ private: true }));
	// n8n itself gives the package its peer `n8n-workflow`.
	const install = ['install', tarball, '--offline', '--ignore-scripts', '--legacy-peer-deps'];
	await runNpm([...install, '--no-audit', '--no-fund'], { cwd, signal });
}

module.exports = { installPackage, packPackage };
