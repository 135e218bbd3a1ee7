const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { cacheFolder } = require('./cacheFolder');
const { installOnce } = require('./installOnce');
const { nativeParts, prepareNativeParts } = require('./nativeParts');
const { ensureNode, nodeMajor } = require('./nodeBinary');
const { npmInstall } = require('./npmInstall');
const versions = require('../../test/e2e/versions.json');

/**
 * @typedef {object} Runtime
 * @property {string} version n8n's version
 * @property {string} node path of the Node binary that runs it
 * @property {string} n8n path of n8n's start script
 * @property {string} folder where it is installed
 */

const cache = () => cacheFolder(process.env, process.platform, os.homedir());

/** @param {string} version */
const folderOf = (version) =>
	path.join(cache(), `n8n-${version}-${process.platform}-${process.arch}-node${nodeMajor}`);

/**
 * Makes sure that n8n and a Node that runs it are in the user's cache folder (see `cacheFolder`).
 * The first time fetches about 3 GB and takes minutes; later ones take no time.
 *
 * @param {object} options
 * @param {string} [options.version] of n8n; default the newest of those that the tests run with
 * @param {import('./progress').Progress} options.progress told each step and a sign of life
 * @param {AbortSignal} [options.signal] ends the installation; nothing of it is left
 * @returns {Promise<Runtime>}
 * @throws with what to do next: no network, no disk space, no permission, no such version
 */
async function ensureRuntime({ version = versions[0], progress, signal }) {
	const context = { cache: cache(), progress, signal };
	const node = await ensureNode(context);
	const folder = folderOf(version);
	await installOnce({
		...context,
		folder,
		bytes: 4e9,
		async install(cwd) {
			progress.step(`Installing n8n ${version}, once, into ${folder} (3 GB, some minutes)`);
			const manifest = {
				private: true,
				dependencies: { n8n: version },
				// Older versions of n8n take it from an address outside the npm registry.
				overrides: { xlsx: '0.18.5' },
				allowScripts: Object.fromEntries(nativeParts.map((part) => [part, true])),
			};
			await npmInstall(`n8n ${version}`, manifest, { cwd, node }, context);
			await prepareNativeParts(node, cwd, context);
		},
	});
	const n8n = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { version, node, n8n, folder };
}

/**
 * Removes a version of n8n from the cache folder, where it takes 3 GB.
 * @param {string} version
 */
async function removeRuntime(version) {
	await fs.rm(folderOf(version), { recursive: true, force: true, maxRetries: 5 });
}

module.exports = { ensureRuntime, removeRuntime };
