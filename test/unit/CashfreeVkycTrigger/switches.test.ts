import { NodeOperationError } from 'n8n-workflow';
import { activateTrigger } from '../../support/webhook';
import { linkGenerated, receive, trigger } from './receive';

type Changes = Partial<Parameters<typeof activateTrigger>[0]>;

/** The message with which n8n refuses to activate the workflow. */
async function refusalOf(changes: Changes) {
	const refusal: unknown = await activateTrigger({ ...trigger, ...changes }).catch(
		(reason: unknown) => reason,
	);
	if (refusal === undefined) return undefined;
	expect(refusal).toBeInstanceOf(NodeOperationError);
	return (refusal as NodeOperationError).message;
}

const withSecret = (clientSecret: string) => ({
	credentials: { cashfreeSecureIdApi: { clientId: 'id', clientSecret } },
});
const verifyOff = { parameters: { verifySignature: false } };

describe.each(['trigger', 'manual'] as const)('switching on (%s)', (mode) => {
	it('needs nothing but a client secret', async () => {
		expect(await refusalOf({ mode })).toBeUndefined();
	});

	it('is refused without a credential', async () => {
		expect(await refusalOf({ mode, credentials: {} })).toContain(
			'Choose a Cashfree Secure ID API credential in this node',
		);
	});

	it.each(['', '  '])('is refused with the client secret %j', async (clientSecret) => {
		expect(await refusalOf({ mode, ...withSecret(clientSecret) })).toContain(
			"Fill in the 'Client Secret'",
		);
	});

	it('needs no credential if the signature is not verified', async () => {
		expect(await refusalOf({ mode, credentials: {}, ...verifyOff })).toBeUndefined();
	});

	it('is refused without an event', async () => {
		expect(await refusalOf({ mode, parameters: { events: [] } })).toContain(
			"Choose at least one event in 'Events'",
		);
	});

	it('is refused if the output is to have fields and none is named', async () => {
		const parameters = { output: 'selected' };
		expect(await refusalOf({ mode, parameters })).toContain("'Output Fields'");
	});
});

describe('without a secret, after the workflow was switched on', () => {
	it.each([
		['the credential is gone', { credentials: {} }],
		['its secret was emptied', withSecret('')],
	])('a signed event is not taken, so that Cashfree tries again: %s', async (_, options) => {
		const { response, result, error, logs } = await receive(linkGenerated(), options);
		expect(response.status).toBe(503);
		expect(result).toEqual({ noWebhookResponse: true });
		expect(error).toBeUndefined();
		expect(logs.join('\n')).toContain('Cashfree Secure ID API credential');
	});
});

describe('with the signature not verified', () => {
	it.each([
		['unsigned', {}],
		['badly signed', { 'x-webhook-signature': 'abc', 'x-webhook-timestamp': 'abc' }],
	])('an %s event starts the workflow, and says that it was not verified', async (_, headers) => {
		const { items, decryptions } = await receive(linkGenerated(), {
			...verifyOff,
			request: { headers },
		});
		expect(items?.[0]?.delivery).toMatchObject({
			signature_verified: false,
			signature_scheme: null,
		});
		expect(decryptions).toBe(0);
	});

	it('what is no event starts nothing', async () => {
		const options = { ...verifyOff, request: { headers: {} } };
		expect((await receive('[]', options)).result).toEqual({});
		expect((await receive({ type: 'WEBHOOK_TEST' }, options)).result).toEqual({});
	});

	it('an event without its bytes starts nothing', async () => {
		const request = { headers: {}, rawBody: undefined, body: linkGenerated() };
		expect((await receive('', { ...verifyOff, request })).result).toEqual({});
	});

	it.each([0, null, '', 'false'])('is not what %j means', async (verifySignature) => {
		const parameters = { verifySignature };
		const { response } = await receive(linkGenerated(), { parameters, request: { headers: {} } });
		expect(response.status).toBe(401);
	});
});
