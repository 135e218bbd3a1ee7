import { createHmac } from 'node:crypto';
import { legacyBodies } from './vectors';
import { genuine, SECRET, verify } from './verify';

describe('the older signature in the body', () => {
	const allowed = { allowBodySignature: true };
	const legacy = legacyBodies['of texts and numbers'];
	const noHeaders = {};

	it.each(Object.entries(legacyBodies))('is right for values %s', async (_, rawBody) => {
		expect(await verify({ headers: noHeaders, rawBody, policy: allowed })).toEqual({
			scheme: 'body',
		});
	});

	it('is right with an earlier secret', async () => {
		const secrets = ['new', SECRET];
		expect(await verify({ headers: noHeaders, rawBody: legacy, policy: allowed, secrets })).toEqual(
			{
				scheme: 'body',
			},
		);
	});

	it('does not count unless it is allowed', async () => {
		expect(await verify({ headers: noHeaders, rawBody: legacy })).toHaveProperty('refusal');
	});

	it.each(['', 'x', genuine?.signature])(
		'does not count beside a header, here %j',
		async (signature) => {
			const headers = {
				'x-webhook-signature': signature,
				'x-webhook-timestamp': genuine?.timestamp,
			};
			expect(await verify({ headers, rawBody: legacy, policy: allowed })).toHaveProperty('refusal');
		},
	);

	it.each([
		['the body is no JSON object', '["x"]'],
		['the body is no JSON', '{'],
		['there is none', '{"data":{"a":"b"}}'],
		['it is no text', '{"signature":5,"data":{"a":"b"}}'],
		['there is no data', String(legacy).replace('"data"', '"datum"')],
		['data is null', String(legacy).replace(/"data":\{.*?\}/, '"data":null')],
		['data is a list', String(legacy).replace(/"data":\{.*?\}/, '"data":[]')],
		['data is nested', String(legacy).replace('"data":{', '"data":{"more":{"a":1},')],
		['a value changed', String(legacy).replace('RECEIVED', 'APPROVED')],
		['a value was added', String(legacy).replace('"data":{', '"data":{"z":"z",')],
	])('is refused if %s', async (_, body) => {
		const rawBody = Buffer.from(body);
		expect(await verify({ headers: noHeaders, rawBody, policy: allowed })).toHaveProperty(
			'refusal',
		);
	});

	it.each([
		['missing', undefined],
		['no text', 5],
		['a list', [genuine?.signature]],
		['empty', ''],
		['too short', 'c2hvcnQ='],
		['one sign longer', `${genuine?.signature}=`],
		['followed by a line end', `${genuine?.signature}\n`],
	])('is refused where it is %s', async (_, signature) => {
		const rawBody = Buffer.from(JSON.stringify({ ...JSON.parse(String(legacy)), signature }));
		expect(await verify({ headers: noHeaders, rawBody, policy: allowed })).toEqual({
			refusal: 'Neither the headers nor the body contain a signature',
		});
	});

	it('is refused over nested data, of which nobody knows how Cashfree writes it', async () => {
		const signature = createHmac('sha256', SECRET)
			.update('[object Object]test333')
			.digest('base64');
		const data = { nested: { a: 1 }, verification_id: 'test333' };
		const rawBody = Buffer.from(JSON.stringify({ signature, event_type: 'VKYC_X', data }));
		expect(await verify({ headers: noHeaders, rawBody, policy: allowed })).toEqual({
			refusal: "The signature in the body cannot be checked for this kind of 'data'",
		});
	});

	it('is refused over no data at all', async () => {
		const signature = createHmac('sha256', SECRET).digest('base64');
		const rawBody = Buffer.from(JSON.stringify({ signature, event_type: 'VKYC_X', data: {} }));
		expect(await verify({ headers: noHeaders, rawBody, policy: allowed })).toHaveProperty(
			'refusal',
		);
	});
});
