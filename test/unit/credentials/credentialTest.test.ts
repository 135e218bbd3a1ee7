import { generateKeyPairSync } from 'node:crypto';
import { runNode, startCashfree } from '../../support/cashfree-workflow';
import { accepted, keyPair, refused, resultFor } from './dialog';
import type { Cashfree } from './dialog';

/** How far the server's clock is ahead, in milliseconds. */
let ahead = 0;
let cashfree: Cashfree;
let production: Cashfree;

beforeAll(async () => {
	cashfree = await startCashfree({ keyPair, now: () => Date.now() + ahead });
	production = await startCashfree({ keyPair, environment: 'production' });
});
afterEach(() => {
	ahead = 0;
	cashfree.reset();
});
afterAll(async () => {
	await cashfree.close();
	await production.close();
});

describe('the test of the credential says that it works', () => {
	it('with a signature, after one look-up that changes nothing', async () => {
		expect(await resultFor(cashfree)).toEqual(accepted);
		expect(cashfree.requests).toMatchObject([
			{
				operation: 'GET /vkyc',
				query: { verification_id: 'credential-test' },
				headers: { 'x-api-version': '2024-12-01', 'x-client-id': cashfree.clientId },
				signed: true,
				status: 404,
				processed: false,
			},
		]);
		expect([cashfree.users.size, cashfree.verifications.size]).toEqual([0, 0]);
	});

	it('without a signature, from a whitelisted address', async () => {
		cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: ['127.0.0.1'] });
		expect(await resultFor(cashfree, { twoFactorMethod: 'ipWhitelist', publicKey: '' })).toEqual(
			accepted,
		);
		expect(cashfree.requests).toMatchObject([{ signed: false, status: 404 }]);
	});

	it('where a verification of that name exists', async () => {
		const initiate = {
			operation: 'initiate',
			verificationId: 'credential-test',
			phone: '9988776655',
		};
		await runNode({ cashfree, parameters: initiate });
		expect(cashfree.verifications.size).toBe(1);
		expect(await resultFor(cashfree)).toEqual(accepted);
	});

	it.each([
		'verification_id_not_found',
		'verification_id_value_invalid',
		'verification_lookup_id_missing',
	])('where Cashfree answers %s', async (answer) => {
		cashfree.answerNext(answer);
		expect(await resultFor(cashfree)).toEqual(accepted);
	});

	it.each([
		[404, 'not_found_error', 'not_found', 'No VKYC request was found for this ID'],
		[400, 'invalid_request', 'invalid_request', 'verification_id does not exist'],
		[422, 'validation_error', 'request_invalid', 'Verification ID credential-test is unknown.'],
		[409, 'validation_error', 'invalid_verification_id', 'Please use another one'],
		[409, 'validation_error', 'verification_id_unknown', 'see https://www.cashfree.com/docs'],
	])(
		'where Cashfree says with HTTP %d, in words of its own, that the ID is unknown',
		async (...said) => {
			const [status, type, code, message] = said;
			cashfree.answerNext({ status, type, code, message });
			expect(await resultFor(cashfree)).toEqual(accepted);
		},
	);
});

describe('the test of the credential tells apart', () => {
	it.each([
		['client ID', { clientId: 'CF0OTHER' }],
		['client secret', { clientSecret: 'cfsk_other' }],
	])('a wrong %s', async (_what, changes) => {
		expect(await resultFor(cashfree, changes)).toEqual(
			refused(
				"Cashfree does not know this pair of client ID and client secret. Check both, and that they are keys of Secure ID and of the chosen 'Environment'",
			),
		);
	});

	it('keys of the other environment, either way', async () => {
		const message =
			"These keys belong to the other environment. Change the 'Environment', or use the keys of this one";
		expect(await resultFor(cashfree, { ...cashfree.otherEnvironment })).toEqual(refused(message));
		expect(await resultFor(production, { ...production.otherEnvironment })).toEqual(
			refused(message),
		);
	});

	it('an IP address that is not whitelisted, and names it', async () => {
		cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: [] });
		expect(await resultFor(cashfree, { twoFactorMethod: 'ipWhitelist' })).toEqual(
			refused(
				"The keys are right, but the IP address 127.0.0.1 is not whitelisted. Whitelist 127.0.0.1 in the Cashfree dashboard under Developers > Two-Factor Authentication, or change the 'Two-Factor Method' there and here to Public Key",
			),
		);
	});

	it('an IP address that is not whitelisted where Cashfree does not name it', async () => {
		const message = 'IP not whitelisted';
		const code = 'ip_validation_failed';
		cashfree.answerNext({ status: 403, type: 'authentication_error', code, message });
		expect((await resultFor(cashfree)).message).toMatch(
			/^The keys are right, but the IP address of this n8n is not whitelisted. Whitelist it in /,
		);
	});

	it('a signature that is wanted', async () => {
		expect(await resultFor(cashfree, { twoFactorMethod: 'ipWhitelist' })).toEqual(
			refused(
				"Cashfree wants signed requests for these keys. Set the 'Two-Factor Method' to Public Key and paste the public key of the Cashfree dashboard",
			),
		);
	});

	it.each([
		['of another public key', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey, 0],
		['of a clock that is ten minutes late', undefined, 10 * 60_000],
		['of a clock that is ten minutes early', undefined, -10 * 60_000],
	])('a signature %s', async (_what, other, minutes) => {
		ahead = minutes;
		const publicKey = other?.export({ type: 'spki', format: 'pem' }).toString();
		expect(await resultFor(cashfree, publicKey ? { publicKey } : {})).toEqual(
			refused(
				"Cashfree does not accept the signature. Paste the newest public key of the Cashfree dashboard, and check that the clock of this n8n's server is right",
			),
		);
	});

	it.each([
		[
			'a public key that is unreadable',
			{ publicKey: 'MIIBIjANBgkq' },
			"'Public Key' is incomplete",
		],
		['a public key that is empty', { publicKey: '' }, "'Public Key' is empty"],
		['a private key', { publicKey: keyPair.privateKey }, "'Public Key' holds a private key"],
		['an empty client ID', { clientId: '' }, "'Client ID' is empty"],
		['an empty client secret', { clientSecret: ' ' }, "'Client Secret' is empty"],
		['a base URL that is not safe', { baseUrl: 'http://kyc.example' }, "'Base URL' must be"],
	])('%s, without asking Cashfree', async (_what, changes, words) => {
		const result = await resultFor(cashfree, changes);
		expect(result.status).toBe('Error');
		expect(result.message).toContain(`The credential's ${words}`);
		expect(cashfree.requests).toHaveLength(0);
	});
});
