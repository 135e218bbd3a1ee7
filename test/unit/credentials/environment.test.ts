import { baseUrl } from '../../../credentials/environment';

const custom = (url: unknown) => baseUrl({ environment: 'custom', baseUrl: url as string });
const own = 'https://sandbox.cashfree.com';

describe('the base URL', () => {
	it('is Cashfree’s own for Sandbox and Production, whatever the custom one says', () => {
		const foreign = { baseUrl: 'https://evil.example' };
		expect(baseUrl({ ...foreign, environment: 'sandbox' })).toBe(`${own}/verification`);
		expect(baseUrl({ ...foreign, environment: 'production' })).toBe(
			'https://api.cashfree.com/verification',
		);
	});

	it.each([['Production'], ['constructor'], [''], [null], [undefined], [false], [0], [{}], [[]]])(
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
