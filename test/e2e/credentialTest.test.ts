import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../local/n8n/ports';
import { credentialType, keysOf, startInstance } from './support/instance';
import type { Instance } from './support/instance';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
});

afterAll(async () => await instance?.stop());

beforeEach(() => instance.cashfree.reset());

/** What the credential dialog shows for the right keys with these changes. */
async function tryKeys(changes = {}) {
	const data = { ...keysOf(instance.cashfree), ...changes };
	const { id, name } = instance.credential;
	return await instance.rest.testCredential({ id, name, type: credentialType, data });
}

const ok = { status: 'OK', message: expect.any(String) };
const refused = (words: RegExp) => ({ status: 'Error', message: expect.stringMatching(words) });

const pem = (type: 'publicKey' | 'privateKey') =>
	generateKeyPairSync('rsa', { modulusLength: 2048 })[type].export({
		type: type === 'publicKey' ? 'spki' : 'pkcs8',
		format: 'pem',
	});

describe('The test in the credential dialog', () => {
	it('succeeds with signed requests', async () => {
		expect(await tryKeys()).toEqual(ok);
		expect(instance.cashfree.requests).toMatchObject([{ operation: 'GET /vkyc', signed: true }]);
	});

	it('succeeds from a whitelisted address, without a signature', async () => {
		instance.cashfree.set({ twoFactor: 'ipWhitelist' });
		expect(await tryKeys({ twoFactorMethod: 'ipWhitelist' })).toEqual(ok);
		expect(instance.cashfree.requests).toMatchObject([{ operation: 'GET /vkyc', signed: false }]);
	});

	it.each(['clientId', 'clientSecret'])('names both keys where the %s is wrong', async (key) => {
		expect(await tryKeys({ [key]: 'wrong' })).toEqual(
			refused(/pair of client ID and client secret/),
		);
	});

	it('tells keys of the other environment', async () => {
		const { otherEnvironment } = instance.cashfree;
		expect(await tryKeys(otherEnvironment)).toEqual(refused(/other environment.*'Environment'/));
	});

	it('names the address to whitelist', async () => {
		instance.cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: ['203.0.113.7'] });
		const shown = await tryKeys({ twoFactorMethod: 'ipWhitelist' });
		expect(shown).toEqual(refused(/not whitelisted at Cashfree: 127\.0\.0\.1/));
	});

	it('says that a signature is wanted', async () => {
		const shown = await tryKeys({ twoFactorMethod: 'ipWhitelist' });
		expect(shown).toEqual(refused(/requires signed requests.*Public Key/));
	});

	it("says that the signature is not accepted, with another account's key", async () => {
		const shown = await tryKeys({ publicKey: pem('publicKey') });
		expect(shown).toEqual(refused(/did not accept the signature/));
	});

	it.each([
		['nothing', (key: string) => key.slice(0, 0), /'Public Key' is empty/],
		['a private key', () => pem('privateKey'), /contains a private key/],
		['half a key', (key: string) => key.slice(0, 200), /is cut off/],
		['other text', () => 'my public key', /no key has|incomplete/],
	])('says what stands in place of a public key: %s', async (_what, text, words) => {
		expect(await tryKeys({ publicKey: text(instance.cashfree.publicKey) })).toEqual(refused(words));
		expect(instance.cashfree.requests).toHaveLength(0);
	});

	it('says that the server cannot be reached, and where it was looked for', async () => {
		const baseUrl = `http://127.0.0.1:${await freePort()}/verification`;
		const shown = await tryKeys({ baseUrl });
		expect(shown).toEqual(refused(/could not be reached at http:\/\/127\.0\.0\.1.*ECONNREFUSED/));
	});

	it('says that something else than Cashfree answers', async () => {
		const server = createServer((_, response) => response.end('<h1>Welcome</h1>')).listen(0);
		await once(server, 'listening');
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/verification`;
		const shown = await tryKeys({ baseUrl });
		server.close();
		expect(shown).toEqual(refused(/not as Cashfree does/));
	});

	it('says that the base URL leads past Cashfree', async () => {
		const shown = await tryKeys({ baseUrl: `${instance.cashfree.url}/v2` });
		expect(shown).toEqual(
			refused(/HTTP 404 \("Resource not found"\).*keys are not proven.*'Base URL'/),
		);
	});

	it('asks to try again while Cashfree has trouble', async () => {
		instance.cashfree.answerNext('verification_failed', { times: 5 });
		expect(await tryKeys()).toEqual(refused(/could not check the keys/));
	});

	it('says where the base URL may lead', async () => {
		const shown = await tryKeys({ baseUrl: 'http://kyc.example.com/verification' });
		expect(shown).toEqual(refused(/'Base URL' must be an address that starts with https/));
	});

	it('never repeats the secret', async () => {
		const log = await instance.readLog();
		expect(log).not.toContain(instance.cashfree.clientSecret);
	});
});
