import { NodeOperationError } from 'n8n-workflow';
import { readCredential } from '../../../../nodes/CashfreeVkyc/transport/credential';
import { scriptedContext } from '../../../support/scripted-context';

it('reads what to sign with, where to send, what to hide, and which environment it is', async () => {
	const { context } = scriptedContext({});
	expect(await readCredential(context)).toEqual({
		decrypted: {
			id: '',
			name: '',
			type: 'cashfreeSecureIdApi',
			data: await context.getCredentials('cashfreeSecureIdApi'),
		},
		address: 'https://sandbox.cashfree.com/verification',
		secrets: ['invented-id', 'invented-secret'],
		environment: 'sandbox',
	});
});

it.each([
	["its 'Base URL'", { environment: 'custom', baseUrl: 'http://cashfree.example' }, 'Base URL'],
	["its 'Client Secret'", { clientSecret: '' }, 'Client Secret'],
	["its 'Public Key'", { twoFactorMethod: 'publicKey', publicKey: 'none' }, 'ublic key'],
])('refuses it for %s before anything is sent', async (_, credential, words) => {
	const { context } = scriptedContext({ credential });
	const fault = await readCredential(context).catch((reason: unknown) => reason);
	expect(fault).toBeInstanceOf(NodeOperationError);
	expect(fault).toMatchObject({
		message: expect.stringContaining(words),
		context: { data: { code: 'invalid_credential', outcome: 'not sent' } },
	});
});
