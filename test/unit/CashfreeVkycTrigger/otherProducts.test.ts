import type { IDataObject } from 'n8n-workflow';
import { otherEvent, testSample } from '../../../local/cashfree/otherEvents';
import { linkGenerated, receive, SECRET, signedHeaders } from './receive';

const parameters = { events: ['*otherProducts'] };

let number = 0;
const kycLink = () => otherEvent('kyc-link', Date.now(), ++number) as IDataObject;

describe('Other Secure ID Event', () => {
	it('starts the workflow once for an event of another product, as it came', async () => {
		const event = kycLink();
		const { response, items } = await receive(event, { parameters });
		expect(response.status).toBe(200);
		const delivery = expect.objectContaining({ product: 'Other', signature_verified: true });
		expect(items).toEqual([{ ...event, delivery }]);
		expect((await receive(event, { parameters })).result).toEqual({});
	});

	it('is off by default, and starts no workflow of Video KYC', async () => {
		expect((await receive(kycLink())).result).toEqual({});
		expect((await receive(kycLink(), { parameters: { events: ['*other'] } })).result).toEqual({});
		expect((await receive(linkGenerated(), { parameters })).result).toEqual({});
	});

	it('refuses what is not signed by Cashfree', async () => {
		const event = kycLink();
		const headers = signedHeaders(Buffer.from(JSON.stringify(event)), 'guessed-client-secret');
		const { response, result } = await receive(event, { parameters, request: { headers } });
		expect(response.status).toBe(401);
		expect(result).toEqual({ noWebhookResponse: true });
		expect((await receive(event, { parameters, request: { headers: {} } })).result).toEqual({});
	});

	it('has an event delivered again while a setting cannot be used', async () => {
		const invalid = { ...parameters, options: { maximumAge: 'long' } };
		expect((await receive(kycLink(), { parameters: invalid })).response.status).toBe(503);
		expect((await receive(kycLink(), { parameters: { options: invalid.options } })).result).toEqual(
			{},
		);
	});

	it.each([
		'={{ (() => { throw new Error("x") })() }}',
		'={{ [] }}',
		'={{ null }}',
		'={{ ["x"] }}',
	])(
		'has an event delivered again where Events cannot be read, as it may be chosen (%s)',
		async (events) => {
			const invalid = { parameters: { events } };
			const { response, result } = await receive(kycLink(), invalid);
			expect(response.status).toBe(503);
			expect(result).toEqual({ noWebhookResponse: true });
			const unsigned = await receive(kycLink(), { ...invalid, request: { headers: {} } });
			expect(unsigned.result).toEqual({});
		},
	);

	it.each([
		['the dashboard’s test', JSON.stringify(testSample(Date.now(), SECRET)), {}],
		['an event without a type', '{"data":{"verification_id":"x"}}', undefined],
		['a list', '[{"event_type":"KYC_LINK_ACTION_PERFORMED"}]', undefined],
		['nothing', '', undefined],
	])('takes %s with 200, and starts nothing', async (_, body, headers) => {
		const { response, result } = await receive(body, {
			parameters,
			request: { ...(headers && { headers }) },
		});
		expect(response.status).toBe(200);
		expect(result).toEqual({});
	});

	it('is refused where it is nested too deep', async () => {
		const body = `{"event_type":"X","data":${'['.repeat(200)}${']'.repeat(200)}}`;
		expect((await receive(body, { parameters })).response.status).toBe(500);
	});

	it('masks whatever is not known to be harmless', async () => {
		const event = {
			event_type: 'BRAND_NEW_PRODUCT',
			event_time: '2026-11-20 10:00:00',
			data: {
				verification_id: 'v-1',
				status: 'SUCCESS',
				bank: { account_number: 50100012345678, holder: 'Asha Rao', valid: true, branch: null },
				relatives: ['Ravi Rao', { pan: 'ABCPV1234D' }],
				email: 'asha@example.com',
			},
		};
		const options = { maskPersonalData: true };
		const { items } = await receive(event, { parameters: { ...parameters, options } });
		expect(items?.[0]).toMatchObject({
			...event,
			data: {
				verification_id: 'v-1',
				status: 'SUCCESS',
				bank: { account_number: '***', holder: '***', valid: '***', branch: null },
				relatives: ['***', { pan: '***' }],
				email: 'a***@example.com',
			},
		});
	});

	it('has the fields of Simplified, null where the event has none', async () => {
		const simplified = { ...parameters, output: 'simplified' };
		const { items } = await receive(kycLink(), { parameters: simplified });
		expect(items?.[0]).toMatchObject({
			event_type: 'KYC_LINK_ACTION_PERFORMED',
			verification_id: expect.stringMatching(/^kyc-link-/),
			outcome: null,
		});
	});
});
