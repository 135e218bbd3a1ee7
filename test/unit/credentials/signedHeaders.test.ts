import { generateKeyPairSync } from 'node:crypto';
import { sign, signature, signedHeaders } from '../../../credentials/sign';
import { clientSecret, decrypt, now, rsa, spkiPem, url, whitelisted, withKey } from './keys';

describe('the signature', () => {
	it('is the client ID, a dot and the Unix seconds, readable with the private key alone', () => {
		const value = signature('CF0INVENTED0ID', rsa.publicKey, now);
		expect(value).toMatch(/^[A-Za-z0-9+/]{342}==$/);
		expect(decrypt(value)).toBe('CF0INVENTED0ID.1700000000');
	});

	it('is another one each time', () => {
		const values = Array.from({ length: 20 }, () => signature('CF1', rsa.publicKey, now));
		expect(new Set(values).size).toBe(20);
		expect(new Set(values.map((value) => decrypt(value)))).toEqual(new Set(['CF1.1700000000']));
	});

	it('is made for each call anew, of the time of that call', () => {
		const secondsAt = (...time: number[]) => {
			const { headers = {} } = sign(withKey, { url }, ...time);
			return Number(decrypt(headers['x-cf-signature']).split('.')[1]);
		};
		expect([secondsAt(now), secondsAt(now + 90_000)]).toEqual([1_700_000_000, 1_700_000_090]);
		const before = Math.floor(Date.now() / 1000);
		const seconds = secondsAt();
		expect(seconds).toBeGreaterThanOrEqual(before);
		expect(seconds).toBeLessThanOrEqual(Date.now() / 1000);
	});

	it('is made with the key that the credential contains at that time', () => {
		const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
		const changed = { ...withKey, publicKey: spkiPem(other.publicKey) };
		const value = signedHeaders(changed, now)['x-cf-signature'];
		expect(decrypt(value, other.privateKey)).toBe('CF0INVENTED0ID.1700000000');
		expect(decrypt(signedHeaders(withKey, now)['x-cf-signature'])).toBe(
			'CF0INVENTED0ID.1700000000',
		);
	});
});

describe('the headers', () => {
	it('are the three of the IP whitelist method', () => {
		expect(signedHeaders(whitelisted, now)).toEqual({
			'x-client-id': 'CF0INVENTED0ID',
			'x-client-secret': clientSecret,
			'x-api-version': '2024-12-01',
		});
	});

	it('are these and the signature with the public key method', () => {
		expect(signedHeaders(withKey, now)).toEqual({
			...signedHeaders(whitelisted, now),
			'x-cf-signature': expect.any(String),
		});
	});

	it('leave out the spaces and line ends that copying adds', () => {
		const pasted = {
			...withKey,
			clientId: ' CF0INVENTED0ID\n',
			clientSecret: `\t${clientSecret} `,
			apiVersion: ' 2024-12-01 ',
		};
		const { 'x-cf-signature': value, ...rest } = signedHeaders(pasted, now);
		expect(rest).toEqual(signedHeaders(whitelisted, now));
		expect(decrypt(value)).toBe('CF0INVENTED0ID.1700000000');
	});

	const copyKey =
		'Copy it from the Cashfree dashboard: Developers > API Keys, on the Secure ID card';
	const writeVersion = 'Write 2024-12-01, unless Cashfree told you to use another version';

	it.each([
		['clientId', 'Client ID'],
		['clientSecret', 'Client Secret'],
	])('are refused where %s is empty', (field, label) => {
		for (const empty of ['', '  ', null, undefined]) {
			expect(() => signedHeaders({ ...withKey, [field]: empty as string }, now)).toThrow(
				`The credential's '${label}' is empty. ${copyKey}`,
			);
		}
	});

	it.each([
		['clientId', 'Client ID', copyKey],
		['clientSecret', 'Client Secret', copyKey],
		['apiVersion', 'API Version', writeVersion],
	])('are refused where %s contains what it cannot', (field, label, advice) => {
		for (const odd of ['two words', 'a\r\nx-evil: 1', '•••', 'clé', 'a\u200bb', 'a\0b']) {
			expect(() => signedHeaders({ ...withKey, [field]: odd }, now)).toThrow(
				`The credential's '${label}' contains a space or another character that cannot be in it. ${advice}`,
			);
		}
	});

	it('name the version of the documentation where the field is left empty', () => {
		for (const empty of ['', '  ', null, undefined]) {
			const credentials = { ...whitelisted, apiVersion: empty as string };
			expect(signedHeaders(credentials, now)).toEqual(signedHeaders(whitelisted, now));
		}
	});

	it('have no signature where the two-factor method is left empty, as the form starts', () => {
		for (const empty of ['', null, undefined]) {
			const credentials = { ...withKey, twoFactorMethod: empty as string };
			expect(signedHeaders(credentials, now)).toEqual(signedHeaders(whitelisted, now));
		}
		for (const odd of ['Public Key', 'publickey', ' ', false, 0, [], {}, 'a'.repeat(4_000_000)]) {
			expect(() => signedHeaders({ ...withKey, twoFactorMethod: odd as string }, now)).toThrow(
				"The credential's 'Two-Factor Method' has an unknown value. Choose IP Whitelist or Public Key",
			);
		}
	});

	it('need a public key only with the public key method', () => {
		expect(() => signedHeaders({ ...withKey, publicKey: '' }, now)).toThrow(
			"'Public Key' is empty",
		);
		expect(signedHeaders({ ...whitelisted, publicKey: 'no key' }, now)).toBeDefined();
	});
});
