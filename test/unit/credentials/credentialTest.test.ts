import { generateKeyPairSync } from 'node:crypto';
import { adviceFor } from '../../../nodes/CashfreeVkyc/errors/advice';
import type { Advice } from '../../../nodes/CashfreeVkyc/errors/adviceByCode';
import { runNode, startCashfree } from '../../support/cashfreeWorkflow';
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
		expect(cashfree.requests[0]?.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
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
	/** What the dialog shows, in the words of the node's own catalogue. */
	const shown = (advice: Advice, words: string) =>
		refused(`${advice.message}. ${advice.description} Cashfree's words: "${words}"`);
	const of = (code: string, status: number, message = '') =>
		adviceFor({ status, body: { code, message } });

	it.each([
		['client ID', { clientId: 'CF0OTHER' }],
		['client secret', { clientSecret: 'cfsk_other' }],
	])('a wrong %s', async (_what, changes) => {
		const result = await resultFor(cashfree, changes);
		const words = 'Invalid clientId and clientSecret combination';
		expect(result).toEqual(shown(of('authentication_failed', 401), words));
		expect(result.message).toMatch(/does not know this pair of client ID and client secret/);
	});

	it('keys of the other environment, either way', async () => {
		for (const [server, name] of [
			[cashfree, 'production'],
			[production, 'test'],
		] as const) {
			const result = await resultFor(server, { ...server.otherEnvironment });
			const words = `Client secret belongs to ${name} environment`;
			expect(result).toEqual(shown(of('x-client-secret_value_invalid', 401), words));
			expect(result.message).toMatch(/other environment\. Change 'Environment'/);
		}
	});

	it('an IP address that is not whitelisted, and names it', async () => {
		cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: [] });
		expect((await resultFor(cashfree, { twoFactorMethod: 'ipWhitelist' })).message).toMatch(
			/not whitelisted at Cashfree: 127\.0\.0\.1\. Whitelist it .* Two-Factor Authentication/,
		);
	});

	it('an IP address that is not whitelisted where Cashfree does not name it', async () => {
		const message = 'IP not whitelisted';
		const code = 'ip_validation_failed';
		cashfree.answerNext({ status: 403, type: 'authentication_error', code, message });
		expect(await resultFor(cashfree)).toEqual(shown(of(code, 403), message));
	});

	it('a signature that is required', async () => {
		const words = 'x-cf-signature missing in the request header';
		const result = await resultFor(cashfree, { twoFactorMethod: 'ipWhitelist' });
		expect(result).toEqual(shown(of('', 403, words), words));
		expect(result.message).toMatch(/Set 'Two-Factor Method' to Public Key/);
	});

	it.each([
		['of another public key', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey, 0],
		['of a clock that is ten minutes late', undefined, 10 * 60_000],
		['of a clock that is ten minutes early', undefined, -10 * 60_000],
	])('a signature %s', async (_what, other, minutes) => {
		ahead = minutes;
		const publicKey = other?.export({ type: 'spki', format: 'pem' }).toString();
		const result = await resultFor(cashfree, publicKey ? { publicKey } : {});
		expect(result).toEqual(shown(of('', 403, 'Signature mismatch'), 'Signature mismatch'));
		expect(result.message).toMatch(/Paste the newest public key .* clock of n8n's server/);
	});

	it.each([
		[
			'a public key that is unreadable',
			{ publicKey: 'MIIBIjANBgkq' },
			"'Public Key' is incomplete",
		],
		['a public key that is empty', { publicKey: '' }, "'Public Key' is empty"],
		['a private key', { publicKey: keyPair.privateKey }, "'Public Key' contains a private key"],
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
