import path from 'node:path';
import envPaths from 'env-paths';

/**
 * Where downloaded n8n versions are kept: the folder that `CASHFREE_VKYC_CACHE` names, otherwise
 * `n8n-nodes-cashfree-vkyc` in the user's cache folder of the operating system.
 */
export const cacheFolder = (): string =>
	process.env.CASHFREE_VKYC_CACHE
		? path.resolve(process.env.CASHFREE_VKYC_CACHE)
		: envPaths('n8n-nodes-cashfree-vkyc', { suffix: '' }).cache;
