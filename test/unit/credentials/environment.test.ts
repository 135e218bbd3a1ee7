import fc from 'fast-check';
import { assertOwnServer, baseUrl } from '../../../credentials/environment';

const custom = (url: unknown) => baseUrl({ environment: 'custom', baseUrl: url as string });
const sandbox = { environment: 'sandbox' };
const own = 'https://sandbox.cashfree.com';

describe('the base URL', () => {
	it('is Cashfree’s own for Sandbox and Production, whatever the custom one says', () => {
		const foreign = { baseUrl: 'https://evil.example' };
		expect(baseUrl({ ...foreign, environment: 'sandbox' })).toBe(`${own}/verification`);
		expect(baseUrl({ ...foreign, environment: 'production' })).toBe(
			'https://api.cashfree.com/verification',
		);
	});

	it.each([['Production'], ['constructor'], [''], [null], [undefined]])(
		'is refused for an environment that there is not: %p',
		(environment) => {
			expect(() => baseUrl({ environment: environment as string })).toThrow(
				"The credential's 'Environment' has an unknown value. Choose Sandbox, Production or Custom",
			);
		},
	);

	it.each([
		['https://kyc.example/verification', 'https://kyc.example/verification'],
		['https://kyc.example/verification/', 'https://kyc.example/verification'],
		['https://kyc.example/verification///', 'https://kyc.example/verification'],
		['https://kyc.example', 'https://kyc.example'],
		['https://kyc.example//', 'https://kyc.example'],
		['  https://kyc.example:8443/a/b \n', 'https://kyc.example:8443/a/b'],
		['HTTPS://KYC.Example/Path', 'https://kyc.example/Path'],
		['http://127.0.0.1:8787/verification', 'http://127.0.0.1:8787/verification'],
		['http://127.8.9.10', 'http://127.8.9.10'],
		['http://127.1:8787', 'http://127.0.0.1:8787'],
		['http://localhost:8787/verification/', 'http://localhost:8787/verification'],
		['http://[::1]:8787', 'http://[::1]:8787'],
	])('may be %s', (given, base) => {
		expect(custom(given)).toBe(base);
	});

	it.each([
		['http to another machine', 'http://kyc.example/verification'],
		['http to a name like this machine’s', 'http://localhost.evil.example'],
		['http to a name that ends like this machine’s', 'http://evil-localhost'],
		['http to a machine below this one’s name', 'http://kyc.localhost:8787'],
		['http to an address like this machine’s', 'http://127.0.0.1.evil.example'],
		['http to all addresses', 'http://0.0.0.0:8787'],
		['http to a private network', 'http://192.168.0.4'],
		['another protocol', 'ftp://kyc.example'],
		['a file', 'file:///etc/hosts'],
		['a script', 'javascript:alert(1)'],
		['no protocol', 'kyc.example/verification'],
		['nothing but a path', '/verification'],
		['a user name', 'https://asha@kyc.example'],
		['a user name and password', 'https://asha:secret@kyc.example'],
		['a password alone', 'https://:secret@kyc.example'],
		['a query', 'https://kyc.example/verification?a=b'],
		['an empty query', 'https://kyc.example/verification?'],
		['a fragment', 'https://kyc.example/verification#a'],
		['an empty fragment', 'https://kyc.example/verification#'],
		['nothing', ''],
		['undefined', undefined],
	])('may not be %s', (_what, given) => {
		expect(() => custom(given)).toThrow(/^The credential's 'Base URL' must be an address that/);
	});
});

describe('the keys go to the environment’s own server', () => {
	it.each<[string, string, string?]>([
		['a path of it', `${own}/verification/vkyc`],
		['another path', `${own}/`],
		['its name in capitals', 'HTTPS://SANDBOX.CASHFREE.COM/verification/vkyc'],
		['its usual port', `${own}:443/verification/vkyc`],
		['a path below a base URL', '/vkyc', `${own}/verification`],
		['an empty path below a base URL', '', `${own}/verification`],
		['a whole address with its own base URL', `${own}/verification/user`, `${own}/verification`],
		['a whole address with a foreign base URL', `${own}/verification/user`, 'https://evil.example'],
		['spaces around it', `  ${own}/verification/vkyc `],
	])('%s', (_what, ...address) => {
		expect(() => assertOwnServer(sandbox, ...address)).not.toThrow();
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
		['a base URL that is none', '/vkyc', 'verification'],
		['a path without a base URL', '/verification/vkyc'],
		['nothing', ''],
		['data', 'data:text/plain,sandbox.cashfree.com'],
	])('and not to %s', (_what, ...address) => {
		expect(() => assertOwnServer(sandbox, ...address)).toThrow(
			`This Cashfree Secure ID API credential is for ${own} only, so the request to another address was not sent. Change the address, or the 'Environment' in the credential`,
		);
	});

	it('and to no other host that there may be', () => {
		const options = { withQueryParameters: true, validSchemes: ['http', 'https', 'ftp'] };
		fc.assert(
			fc.property(fc.webUrl(options), fc.option(fc.constant(own)), (url, base) => {
				expect(() => assertOwnServer(sandbox, url, base ?? undefined)).toThrow('is for');
			}),
		);
	});

	it('and only to that port of this machine which a custom base URL names', () => {
		const local = { environment: 'custom', baseUrl: 'http://127.0.0.1:8787/verification' };
		expect(() => assertOwnServer(local, 'http://127.0.0.1:8787/verification/user')).not.toThrow();
		for (const url of ['http://127.0.0.1:8788/', 'http://127.0.0.1/', 'http://localhost:8787/']) {
			expect(() => assertOwnServer(local, url)).toThrow('is for http://127.0.0.1:8787 only');
		}
	});
});
