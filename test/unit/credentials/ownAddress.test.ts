import fc from 'fast-check';
import { assertStaysOnCourse } from '../../../credentials/requestGuard';

const own = 'https://sandbox.cashfree.com';
const sandbox = { environment: 'sandbox' };
const guard = (url: string, baseURL?: string) =>
	assertStaysOnCourse(sandbox, { url, ...(baseURL !== undefined && { baseURL }) });

describe('the keys go to the environment’s own server', () => {
	it.each<[string, string, string?]>([
		['a path of it', `${own}/verification/vkyc`],
		['another path', `${own}/`],
		['its name in capitals', 'HTTPS://SANDBOX.CASHFREE.COM/verification/vkyc'],
		['its usual port', `${own}:443/verification/vkyc`],
		['a path below a base URL', '/vkyc', `${own}/verification`],
		['an empty path below a base URL', '', `${own}/verification`],
		['a whole address with its own base URL', `${own}/verification/user`, `${own}/verification`],
		['spaces around it', `  ${own}/verification/vkyc `],
	])('%s', (_what, ...address) => {
		expect(() => guard(...address)).not.toThrow();
	});

	it.each<[string, string, string?]>([
		['another host', 'https://evil.example/verification/vkyc'],
		['a host whose name goes on', 'https://sandbox.cashfree.com.evil.example/vkyc'],
		['a host whose name ends so', 'https://evilsandbox.cashfree.com/vkyc'],
		['a parent host', 'https://cashfree.com/verification/vkyc'],
		['the host of the other environment', 'https://api.cashfree.com/verification/vkyc'],
		['its name with a dot after it', 'https://sandbox.cashfree.com./verification/vkyc'],
		['another port', `${own}:8443/verification/vkyc`],
		['http', 'http://sandbox.cashfree.com/verification/vkyc'],
		['web sockets', 'wss://sandbox.cashfree.com/verification/vkyc'],
		['its name as a user name', 'https://sandbox.cashfree.com@evil.example/vkyc'],
		['its name as a user name with a slash', 'https://sandbox.cashfree.com%2F@evil.example/vkyc'],
		['its name as a password', 'https://asha:sandbox.cashfree.com@evil.example/vkyc'],
		['its name after a backslash', 'https://evil.example\\@sandbox.cashfree.com/vkyc'],
		['its name in letters that look alike', 'https://sandbоx.cashfree.com/vkyc'],
		['a whole address with its own base URL', 'https://evil.example/vkyc', `${own}/verification`],
		['no protocol', '//evil.example/vkyc', `${own}/verification`],
		['no protocol and no base URL', '//sandbox.cashfree.com/verification/vkyc'],
		['backslashes', '\\\\evil.example\\vkyc', `${own}/verification`],
		['a slash and a backslash', '/\\evil.example/vkyc', `${own}/verification`],
		['slashes with a tab between them', '/\t/evil.example/vkyc', `${own}/verification`],
		['a protocol with a line break in it', 'ht\ntps://evil.example', `${own}/verification`],
		['a base URL of another host', '/vkyc', 'https://evil.example/verification'],
		['a foreign base URL beside a whole address', `${own}/user`, 'https://evil.example'],
		['a base URL that is none', '/vkyc', 'verification'],
		['a path without a base URL', '/verification/vkyc'],
		['nothing', ''],
		['data', 'data:text/plain,sandbox.cashfree.com'],
	])('and not to %s', (_what, ...address) => {
		expect(() => guard(...address)).toThrow(
			`This Cashfree Secure ID API credential is for ${own} only, so the request to another address was not sent. Change the address, or the 'Environment' in the credential`,
		);
	});

	it('and to no other host that there may be', () => {
		const options = { withQueryParameters: true, validSchemes: ['http', 'https', 'ftp'] };
		fc.assert(
			fc.property(fc.webUrl(options), fc.option(fc.constant(own)), (url, base) => {
				expect(() => guard(url, base ?? undefined)).toThrow('is for');
			}),
		);
	});

	it('and only to that port of this machine which a custom base URL names', () => {
		const local = { environment: 'custom', baseUrl: 'http://127.0.0.1:8787/verification' };
		const send = (url: string) => assertStaysOnCourse(local, { url });
		expect(() => send('http://127.0.0.1:8787/verification/user')).not.toThrow();
		for (const url of ['http://127.0.0.1:8788/', 'http://127.0.0.1/', 'http://localhost:8787/']) {
			expect(() => send(url)).toThrow('is for http://127.0.0.1:8787 only');
		}
	});

	it.each([
		['a foreign url beside an own uri', { url: 'https://evil.example/', uri: `${own}/user` }],
		['a foreign uri beside an own url', { url: `${own}/user`, uri: 'https://evil.example/' }],
		[
			'a foreign base URL beside a url of null',
			{ url: null, uri: own, baseURL: 'https://evil.example' },
		],
	])('and not to %s', (_what, request) => {
		expect(() => assertStaysOnCourse(sandbox, request as never)).toThrow('is for');
	});
});
