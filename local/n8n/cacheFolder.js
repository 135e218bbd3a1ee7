const path = require('node:path');

/**
 * Where downloaded n8n versions are kept: the folder that `CASHFREE_VKYC_CACHE` names, otherwise
 * `n8n-nodes-cashfree-vkyc` in the user's cache folder of the operating system.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform as in `process.platform`
 * @param {string} home the user's home folder
 * @returns {string} an absolute path
 */
function cacheFolder(env, platform, home) {
	const { resolve, join, isAbsolute } = platform === 'win32' ? path.win32 : path.posix;
	if (env.CASHFREE_VKYC_CACHE) return resolve(env.CASHFREE_VKYC_CACHE);
	const name = 'n8n-nodes-cashfree-vkyc';
	if (platform === 'win32') {
		return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), name);
	}
	if (platform === 'darwin') return join(home, 'Library', 'Caches', name);
	const xdg = env.XDG_CACHE_HOME;
	return join(xdg && isAbsolute(xdg) ? xdg : join(home, '.cache'), name);
}

module.exports = { cacheFolder };
