import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { webhookSecrets } from '../../../nodes/CashfreeVkycTrigger/webhookSecrets';
import { activateTrigger } from '../../support/webhook';
import { linkGenerated, receive, signedHeaders, trigger } from './receive';

type Data = ICredentialDataDecryptedObject;

it('the current secret is given and then the earlier ones, however they are separated', () => {
	const earlierClientSecrets = ' secret-1,secret-2\nsecret;and;so;on \t secret-4,, ';
	expect(webhookSecrets({ clientSecret: ' secret-0 ', earlierClientSecrets })).toEqual([
		'secret-0',
		'secret-1',
		'secret-2',
		'secret;and;so;on',
		'secret-4',
	]);
});

it.each<Data>([{}, { clientSecret: '  ', earlierClientSecrets: ' ,\n' }])(
	'none is given for %j',
	(credentials) => {
		expect(webhookSecrets(credentials)).toEqual([]);
	},
);

/** What n8n says when the workflow is published with such a credential, and answers an event. */
async function outcomeWith(data: Data, signedWith: string) {
	const credentials = { cashfreeSecureIdApi: { clientId: 'id', ...data } };
	const refusal: unknown = await activateTrigger({ ...trigger, credentials }).catch(
		(reason: unknown) => reason,
	);
	const event = linkGenerated();
	const headers = signedHeaders(Buffer.from(JSON.stringify(event)), signedWith);
	const credentialId = JSON.stringify(data);
	const { response, items } = await receive(event, {
		credentials,
		credentialId,
		request: { headers },
	});
	return { refusal, status: response.status, items };
}

describe('a secret that could be guessed verifies nothing', () => {
	const words = ['undefined', 'null', 'NaN', 'true', 'false', '[object Object]', 'Invalid Date'];
	const texts = [...words, 'null null', 'key-undefined', 'seven77', '0'];

	it.each(texts)('as the client secret: %s', async (clientSecret) => {
		const { refusal, status, items } = await outcomeWith({ clientSecret }, clientSecret);
		expect(refusal).toMatchObject({
			message: expect.stringContaining("'Client Secret'") as string,
		});
		expect([status, items]).toEqual([503, undefined]);
	});

	it.each(texts)('as an earlier one: %s', async (earlier) => {
		const data = { clientSecret: 'now-secret', earlierClientSecrets: `old-secret, ${earlier}` };
		const { refusal, status, items } = await outcomeWith(data, earlier);
		const message = expect.stringContaining("'Earlier Client Secrets'") as string;
		expect(refusal).toMatchObject({ message });
		expect([status, items]).toEqual([503, undefined]);
	});

	it.each([false, 12345678, ['some-secret'], { a: 1 }])('as no text: %j', async (value) => {
		for (const [name, label] of [
			['clientSecret', 'Client Secret'],
			['earlierClientSecrets', 'Earlier Client Secrets'],
		] as const) {
			const data = { clientSecret: 'now-secret', [name]: value } as Data;
			const { refusal, status } = await outcomeWith(data, 'now-secret');
			const message = expect.stringContaining(`'${label}' must be text`) as string;
			expect(refusal).toMatchObject({ message });
			expect(status).toBe(503);
		}
	});
});
