import Ajv from 'ajv';
import type { IDataObject } from 'n8n-workflow';
import schema from '../../../nodes/CashfreeVkycTrigger/__schema__/v1.1.0.json';
import sampleEvent from '../../../docs/sample-event.json';
import { linkGenerated, receive, signedHeaders } from './receive';
import { vectors } from './vectors';

const verifyOff = { verifySignature: false };
/** `version` is n8n's own addition to JSON Schema. */
const ajv = new Ajv({ allowUnionTypes: true }).addKeyword('version');
const isAsInSchema = ajv.compile(schema);

/** The output of a delivery that was signed, or with the event alone of one that is not verified. */
const outputOf = async (...delivery: Parameters<typeof receive>) => {
	const { items } = await receive(...delivery);
	expect(items).toHaveLength(1);
	return items?.[0] ?? {};
};

const bodies = new Map(vectors.map(({ what, rawBody }) => [what, String(rawBody)]));
const auditorReview = bodies.get(vectors[3]!.what) as string;
const ppi = bodies.get(vectors[4]!.what) as string;

describe('Full Response', () => {
	it('is the event as it came, its outcome and its delivery beside it', async () => {
		const event = linkGenerated();
		const rawBody = Buffer.from(JSON.stringify(event));
		const headers = {
			...signedHeaders(rawBody),
			'X-Webhook-Attempt': '2',
			'X-Webhook-Version': '2025-01-01',
		};
		const { delivery, ...rest } = await outputOf(event, { request: { headers } });
		expect(rest).toEqual({ ...event, outcome: 'pending' });
		expect(delivery).toEqual({
			key: expect.stringMatching(/^[0-9a-f]{16}$/),
			product: 'Video KYC',
			attempt: 2,
			timestamp: new Date(Number(headers['X-Webhook-Timestamp'])).toISOString(),
			version: '2025-01-01',
			signature_verified: true,
			signature_scheme: 'header',
		});
	});

	it('ends with what only the check of a delivery needs', async () => {
		const { version, ...event } = linkGenerated();
		const parameters = { options: { maskPersonalData: true, ignoreDuplicates: false } };
		for (const settings of [{}, parameters]) {
			const rawBody = { signature: 'x', version, ...event } as IDataObject;
			const json = await outputOf(rawBody, { parameters: settings });
			expect(Object.keys(json)).toEqual([
				...['event_type', 'event_time', 'data', 'outcome', 'delivery'],
				...['signature', 'version'],
			]);
		}
	});

	it('keeps escapes, other scripts and all digits of a number', async () => {
		const { data } = await outputOf(auditorReview);
		expect(data).toEqual({
			auditor_remarks: 'नाम मेल खाता है – "OK"\n😀 😀 <b>/</b>',
			sub_status: 'AUDITOR_APPROVED',
			status: 'APPROVED',
			reference_id: '9223372036854775807',
			score: 1,
			verification_id: 'vkyc_42',
		});
	});

	it('marks an event of PPI Video KYC', async () => {
		const { delivery, data } = await outputOf(ppi);
		expect(delivery).toMatchObject({ product: 'PPI Video KYC' });
		expect(data).toMatchObject({ cf_verification_id: 'cf_vkyc_778' });
	});

	it('says null where the headers say nothing', async () => {
		const request = { headers: {} };
		const { delivery } = await outputOf(linkGenerated(), { parameters: verifyOff, request });
		expect(delivery).toMatchObject({ attempt: null, timestamp: null, version: null });
	});

	it.each([
		['an event', () => linkGenerated()],
		['an event with nothing but its type', () => ({ event_type: 'VKYC_NEW' })],
		['an event without data', () => ({ event_type: 'VKYC_NEW', data: null })],
		['an event whose data is a text', () => ({ event_type: 'VKYC_NEW', data: 'none' })],
	])('exists for %s', async (_, event) => {
		expect(await outputOf(event())).toMatchObject({ delivery: { product: 'Video KYC' } });
	});

	it.each([
		['the documented event', () => linkGenerated()],
		['an event of PPI Video KYC', () => ppi.replace('ppi-7', 'ppi-8')],
		['an event with a long number', () => auditorReview.replace('vkyc_42', 'vkyc_43')],
	])('is as its schema says for %s', async (_, event) => {
		isAsInSchema(await outputOf(event()));
		expect(isAsInSchema.errors).toBeNull();
	});

	it('is like the sample event', async () => {
		const { outcome, delivery, ...event } = sampleEvent;
		isAsInSchema(sampleEvent);
		expect(isAsInSchema.errors).toBeNull();
		const output = await outputOf(event);
		expect(Object.keys(output)).toEqual(Object.keys(sampleEvent));
		expect(output.outcome).toBe(outcome);
		expect(output.delivery).toEqual({ ...delivery, timestamp: expect.any(String) });
	});
});

describe('the other forms', () => {
	it('Simplified has ten flat fields', async () => {
		const parameters = { output: 'simplified' };
		const event = linkGenerated({}, { verification_id: 'vkyc-simple', user_id: 'user-1' });
		expect(Object.entries(await outputOf(event, { parameters }))).toEqual([
			['event_type', 'VKYC_USER_LINK_GENERATED'],
			['vkyc_link', 'https://forms.qa.cashfree.net/verification/c8k926bpt84g'],
			['status', 'RECEIVED'],
			['sub_status', 'LINK_GENERATED'],
			['outcome', 'pending'],
			['verification_id', 'vkyc-simple'],
			['user_id', 'user-1'],
			['meeting_schedule', null],
			['recording_link', ''],
			['event_time', '2025-05-22T03:51:14Z'],
		]);
	});

	it('Selected Fields reaches into the event and its delivery', async () => {
		const parameters = { output: 'selected', outputFields: 'data.status, delivery.product' };
		expect(await outputOf(linkGenerated(), { parameters })).toEqual({
			data_status: 'RECEIVED',
			delivery_product: 'Video KYC',
		});
	});

	it('Mask Personal Data hides remarks and the recording link', async () => {
		const parameters = { options: { maskPersonalData: true } };
		const personal = { auditor_remarks: 'Father is Q. T.', recording_link: 'https://s3.example/x' };
		const { data } = await outputOf(linkGenerated({}, personal), { parameters });
		expect(data).toMatchObject({ auditor_remarks: '***', recording_link: 'https://***' });
	});
});
