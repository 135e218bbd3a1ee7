import { startCashfree } from '../../support/cashfreeWorkflow';
import { keyPair, refused, resultFor } from './dialog';
import type { Cashfree } from './dialog';

let cashfree: Cashfree;
beforeAll(async () => {
	cashfree = await startCashfree({ keyPair });
});
afterEach(() => cashfree.reset());
afterAll(async () => await cashfree.close());

describe('the test of the credential hands on', () => {
	it.each([
		['too_many_requests_per_operation', 429],
		['verification_failed', 500],
		['source_unavailable', 502],
	])('what has nothing to do with the keys: %s', async (answer, status) => {
		cashfree.answerNext(answer);
		expect(await resultFor(cashfree)).toEqual(
			refused(
				`Cashfree answered with HTTP ${status} and could not check the keys. Wait a minute and try again`,
			),
		);
	});

	it.each(['x-client-id_missing', 'x-client-secret_missing'])('%s', async (answer) => {
		cashfree.answerNext(answer);
		const field = answer === 'x-client-id_missing' ? 'Client ID' : 'Client Secret';
		expect((await resultFor(cashfree)).message).toContain(`Fill in '${field}' in the credential.`);
	});

	it.each([
		[400, 'client_id_missing', 'client id missing, so verification_id was not looked up'],
		[404, 'client-secret_unknown', 'verification_id does not exist'],
		[422, 'client_id_value_invalid', 'verification_id is invalid'],
	])('a refusal of the keys that names the verification: %d %s', async (status, code, message) => {
		cashfree.answerNext({ status, type: 'validation_error', code, message });
		const { message: shown } = await resultFor(cashfree);
		expect(shown).toMatch(/^Cashfree does not know this pair of client ID and client secret\. /);
		expect(shown).toContain(`Cashfree's words: "${message}"`);
	});

	it('another refusal, in Cashfree’s words', async () => {
		const message = 'These keys lack a right';
		cashfree.answerNext({ status: 403, type: 'validation_error', code: 'forbidden', message });
		const { message: shown } = await resultFor(cashfree);
		expect(shown).toContain(`Cashfree's words: "${message}"`);
	});

	it('no key that Cashfree repeats', async () => {
		const [, line] = cashfree.publicKey.split('\n');
		const { clientId, clientSecret } = cashfree;
		const message = `No "${clientSecret.slice(0, -3)}" of ${clientId.toLowerCase()}: ${line}, here`;
		cashfree.answerNext({ status: 403, type: 'validation_error', code: 'forbidden', message });
		const { message: shown } = await resultFor(cashfree);
		// the word is hidden, too, where the key goes on with its first letter
		expect(shown).toMatch(/Cashfree's words: "No "\[hidden\]" of \[hidden\](, here)?"$/);
	});

	it('that Video KYC is not enabled', async () => {
		cashfree.answerNext('service_not_enabled');
		expect((await resultFor(cashfree)).message).toMatch(
			/^Video KYC is not switched on for your Cash/,
		);
	});

	it('that the API version is another one', async () => {
		const message = 'provided x-api-version should be 2024-12-01';
		cashfree.answerNext({ status: 400, type: 'validation_error', code: 'invalid', message });
		expect((await resultFor(cashfree)).message).toMatch(
			/^Cashfree does not accept the API version of .* 'API Version'/,
		);
	});

	it('no secret that a server repeats', async () => {
		const message = `${'.'.repeat(80)}${cashfree.clientSecret}`;
		for (const status of [401, 403, 404]) {
			cashfree.answerNext({ status, type: 'x_error', code: cashfree.clientSecret, message });
			expect((await resultFor(cashfree)).message).not.toContain(cashfree.clientSecret.slice(0, 20));
		}
	});
});
