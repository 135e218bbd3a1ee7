import path from 'node:path';
import { cacheFolder } from '../../local/n8n/cacheFolder';

const { CASHFREE_VKYC_CACHE: before } = process.env;
afterEach(() => {
	if (before === undefined) delete process.env.CASHFREE_VKYC_CACHE;
	else process.env.CASHFREE_VKYC_CACHE = before;
});

it("keeps n8n under the package's name in the user's cache folder", () => {
	delete process.env.CASHFREE_VKYC_CACHE;
	expect(cacheFolder()).toContain('n8n-nodes-cashfree-vkyc');
	expect(path.isAbsolute(cacheFolder())).toBe(true);
});

it('keeps n8n where CASHFREE_VKYC_CACHE says', () => {
	process.env.CASHFREE_VKYC_CACHE = path.join('some', 'disk');
	expect(cacheFolder()).toBe(path.resolve('some', 'disk'));
});
