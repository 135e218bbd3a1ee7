import path from 'node:path';

/**
 * Where downloaded n8n versions are kept: the folder that `CASHFREE_VKYC_CACHE` names, otherwise
 * `n8n-nodes-cashfree-vkyc` in the user's cache folder of the operating system.
 *
 * @param platform as in `process.platform`
 * @param home the user's home folder
 * @returns an absolute path
 */
export function cacheFolder(
	env: NodeJS.ProcessEnv,
	platform: NodeJS.Platform,
	home: string,
): string {
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
