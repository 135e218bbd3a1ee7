import { cacheFolder } from '../../local/n8n/cacheFolder';

it.each([
	['linux', {}, '/home/asha', '/home/asha/.cache/n8n-nodes-cashfree-vkyc'],
	['linux', { XDG_CACHE_HOME: '/fast' }, '/home/asha', '/fast/n8n-nodes-cashfree-vkyc'],
	[
		'linux',
		{ XDG_CACHE_HOME: 'relative' },
		'/home/asha',
		'/home/asha/.cache/n8n-nodes-cashfree-vkyc',
	],
	['darwin', {}, '/Users/asha', '/Users/asha/Library/Caches/n8n-nodes-cashfree-vkyc'],
	['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\asha', 'D:\\Local\\n8n-nodes-cashfree-vkyc'],
	['win32', {}, 'C:\\Users\\asha', 'C:\\Users\\asha\\AppData\\Local\\n8n-nodes-cashfree-vkyc'],
	['linux', { CASHFREE_VKYC_CACHE: '/big/disk' }, '/home/asha', '/big/disk'],
] as const)('keeps n8n on %s with %j in the cache folder of %s', (platform, env, home, folder) => {
	expect(cacheFolder(env, platform, home)).toBe(folder);
});
