import fc from 'fast-check';
import { sign, signedHeaders } from '../../../credentials/sign';
import { clientSecret, decrypt, now, url, whitelisted, withKey } from './keys';

const headersOf = (request: Parameters<typeof sign>[1], credentials = withKey) =>
	sign(credentials, request, now).headers ?? {};

describe('signing a request', () => {
	const own = Object.keys(signedHeaders(withKey, now));
	const inAnyCase = (name: string) =>
		fc
			.array(fc.boolean(), { minLength: name.length, maxLength: name.length })
			.map((upper) => [...name].map((c, i) => (upper[i] ? c.toUpperCase() : c)).join(''));

	it('overwrites what stands there, in whatever letter case', () => {
		const old = fc.tuple(...own.map(inAnyCase));
		fc.assert(
			fc.property(old, fc.constantFrom(withKey, whitelisted), (names, credentials) => {
				const headers = Object.fromEntries(names.map((name) => [name, 'old']));
				const signed = headersOf({ url, headers }, credentials);
				expect(Object.keys(signed)).toEqual(Object.keys(signedHeaders(credentials, now)));
				expect(Object.values(signed)).not.toContain('old');
			}),
		);
	});

	it('leaves other headers as they are', () => {
		const others = fc.dictionary(
			fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]*$/).filter((n) => !own.includes(n.toLowerCase())),
			fc.string(),
		);
		fc.assert(
			fc.property(others, (headers) => {
				expect(headersOf({ url, headers })).toMatchObject(headers);
				expect(headersOf({ url, headers })).toHaveProperty('x-cf-signature');
			}),
		);
	});

	it('twice replaces the first signature and adds nothing', () => {
		const once = sign(withKey, { url, headers: { Accept: 'application/json' } }, now);
		const twice = sign(withKey, once, now + 5000);
		expect({ ...twice, headers: Object.keys(twice.headers ?? {}) }).toEqual({
			...once,
			headers: ['Accept', ...own],
		});
		expect(decrypt(twice.headers?.['x-cf-signature'])).toBe('CF0INVENTED0ID.1700000005');
		expect(twice.headers?.['x-cf-signature']).not.toBe(once.headers?.['x-cf-signature']);
	});

	it('hands on the rest of the request, and changes nothing in what it was given', () => {
		const request = { url, method: 'POST' as const, body: { a: 1 }, qs: { b: 2 }, headers: {} };
		const before = structuredClone(request);
		const { headers, ...rest } = before;
		expect(sign(withKey, request, now)).toMatchObject(rest);
		expect(request).toEqual({ ...rest, headers });
	});

	it.each([
		['of n8n’s request helper', { url }],
		['of its older one', { uri: url }],
		['of its older one, handed a url', { url, followRedirect: true, followAllRedirects: true }],
	])('switches off the redirects %s', (_what, request) => {
		const signed = sign(withKey, request as Parameters<typeof sign>[1], now);
		expect(signed).toMatchObject({
			disableFollowRedirect: true,
			followRedirect: false,
			followAllRedirects: false,
		});
	});

	it.each([
		['a foreign url', { url: 'https://evil.example/vkyc' }],
		['a foreign uri', { uri: 'https://evil.example/vkyc' }],
		['a foreign url beside an own uri', { url: 'https://evil.example/', uri: url }],
		['a foreign base URL', { url: '/vkyc', baseURL: 'https://evil.example' }],
		['no protocol below an own base URL', { url: '//evil.example', baseURL: url }],
		['no address', {}],
	])('refuses %s, without a word of the keys', (_what, request) => {
		const foreign = () => sign(withKey, request as Parameters<typeof sign>[1], now);
		expect(foreign).toThrow('was not sent');
		expect(foreign).not.toThrow(clientSecret);
	});
});
