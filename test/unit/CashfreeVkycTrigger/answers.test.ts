import { legacyBodies } from './vectors';
import { linkGenerated, receive, signedHeaders } from './receive';

const ignored = { status: 200, body: { message: 'Webhook call received' } };
const day = 24 * 60 * 60 * 1000;

describe('a genuine event', () => {
	it('is answered with 200 and starts one execution', async () => {
		const { response, items, error } = await receive(linkGenerated());
		expect(response.status).toBe(200);
		expect(items).toHaveLength(1);
		expect(error).toBeUndefined();
	});

	it('starts one if it is signed with an earlier secret', async () => {
		const credentials = {
			cashfreeSecureIdApi: {
				clientSecret: 'new-client-secret',
				earlierClientSecrets: 'oldest-client-secret, test-client-secret',
			},
		};
		const { items } = await receive(linkGenerated(), { credentials });
		expect(items).toHaveLength(1);
	});

	it('starts one where n8n leaves its bytes unread, as for a content type that it cannot parse', async () => {
		const event = linkGenerated();
		const bytes = Buffer.from(JSON.stringify(event));
		const request = {
			headers: { ...signedHeaders(bytes), 'content-type': 'application/octet-stream' },
			rawBody: undefined,
			body: {},
			async readRawBody(this: { rawBody?: Buffer }) {
				this.rawBody = bytes;
			},
		};
		const { items } = await receive('', { request });
		expect(items?.[0]).toMatchObject(event);
	});

	it('starts none if it was not chosen', async () => {
		const parameters = { events: ['VKYC_AUDITOR_REVIEW_COMPLETED'] };
		const { response, items } = await receive(linkGenerated(), { parameters });
		expect(response).toMatchObject(ignored);
		expect(items).toBeUndefined();
	});

	it('is refused after the maximum age, which can be changed', async () => {
		const event = linkGenerated();
		const rawBody = Buffer.from(JSON.stringify(event));
		const headers = signedHeaders(rawBody, undefined, String(Date.now() - 2 * day));
		const request = { headers };
		expect((await receive(event, { request })).response.status).toBe(401);

		const parameters = { options: { maximumAge: 49 } };
		expect((await receive(event, { request, parameters })).items).toHaveLength(1);
	});

	it('may carry the older signature in its body, if that is allowed', async () => {
		const request = { headers: {}, rawBody: legacyBodies['of texts and numbers'] };
		expect((await receive('', { request })).response.status).toBe(401);

		const parameters = { options: { allowBodySignature: true } };
		expect((await receive('', { request, parameters })).items).toHaveLength(1);
	});
});

describe('what is no event of Video KYC', () => {
	it.each([
		['an event of another product', { event_type: 'BANK_ACCOUNT_VERIFICATION_SUCCESS' }],
		['a test from the dashboard', { type: 'WEBHOOK_TEST' }],
		['an event type that is no text', { event_type: ['VKYC_USER_LINK_GENERATED'] }],
		['a list', '[{"event_type":"VKYC_USER_LINK_GENERATED"}]'],
		['a text', '"VKYC_USER_LINK_GENERATED"'],
		['a number', '7'],
		['null', 'null'],
		['nothing', ''],
	])('is answered with 200 and starts nothing: %s', async (_, body) => {
		for (const headers of [undefined, {}]) {
			const { response, result, error } = await receive(body, {
				request: { ...(headers && { headers }) },
			});
			expect(response).toMatchObject(ignored);
			expect(result).toEqual({});
			expect(error).toBeUndefined();
		}
	});

	it.each([
		['a multipart body, which has no raw body', { data: {}, files: {} }],
		['a text body', 'VKYC_USER_LINK_GENERATED'],
	])('is answered with 200 and starts nothing: %s', async (_, body) => {
		const { response, error } = await receive('', {
			request: { headers: {}, rawBody: undefined, body },
		});
		expect(response).toMatchObject(ignored);
		expect(error).toBeUndefined();
	});
});

describe('what n8n cannot read', () => {
	it('is answered with 200 and starts nothing', async () => {
		const readRawBody = async () => await Promise.reject(new RangeError('the connection broke'));
		const request = { headers: {}, rawBody: undefined, body: {}, readRawBody };
		const { response, error } = await receive('', { request });
		expect(response).toMatchObject(ignored);
		expect(error).toBeUndefined();
	});
});

describe('a forged event', () => {
	const event = linkGenerated({}, { user_id: 'name-of-a-person' });
	const rawBody = Buffer.from(JSON.stringify(event));
	const genuine = signedHeaders(rawBody);

	it.each([
		['has no signature', { ...genuine, 'X-Webhook-Signature': undefined }],
		['has a malformed signature', { ...genuine, 'X-Webhook-Signature': 'abc' }],
		[
			'has two signatures',
			{ ...genuine, 'X-Webhook-Signature': `${genuine['X-Webhook-Signature']}, x` },
		],
		['is signed with another secret', signedHeaders(rawBody, 'guessed-client-secret')],
		['has the signature of another body', signedHeaders(Buffer.from('{}'))],
		['has no time', { ...genuine, 'X-Webhook-Timestamp': undefined }],
		['has another time', { ...genuine, 'X-Webhook-Timestamp': String(Date.now() + 1) }],
		['comes from the future', signedHeaders(rawBody, undefined, String(Date.now() + 3_600_000))],
	])(
		'that %s is refused with 401, starts nothing and leaves no trace of itself',
		async (_, headers) => {
			const { response, result, error, logs } = await receive(event, { request: { headers } });
			expect(response.status).toBe(401);
			expect(result).toEqual({ noWebhookResponse: true });
			expect(error).toBeUndefined();
			expect(logs.join('\n')).toContain('refused a delivery');
			expect(logs.join('\n')).not.toMatch(/name-of-a-person|client-secret/);
			expect(JSON.stringify(response.body)).not.toMatch(/name-of-a-person|client-secret/);
		},
	);

	it('is refused without a look at the credential if its headers say enough', async () => {
		expect((await receive(event, { request: { headers: {} } })).decryptions).toBe(0);
		expect((await receive(event, { request: { headers: genuine } })).decryptions).toBe(1);
	});

	it('is refused if it was not chosen either', async () => {
		const parameters = { events: ['*other'] };
		const { response } = await receive(event, { parameters, request: { headers: {} } });
		expect(response.status).toBe(401);
	});

	it('is refused if only n8n reads its body as an event', async () => {
		const body = linkGenerated();
		const request = { headers: genuine, rawBody: Buffer.from('event_type=VKYC_X'), body };
		expect((await receive('', { request })).response.status).toBe(401);
	});

	it('starts nothing if only n8n reads its signed body as an event', async () => {
		const signed = Buffer.from('{"event_type":"DIGILOCKER_VERIFICATION_SUCCESS"}');
		const request = { headers: signedHeaders(signed), rawBody: signed, body: linkGenerated() };
		expect((await receive('', { request })).result).toEqual({});
	});
});
