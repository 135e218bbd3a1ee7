import { linkGenerated, receive } from './receive';

describe('a duplicate delivery', () => {
	it('is answered with 200 and starts nothing', async () => {
		const event = linkGenerated();
		expect((await receive(event)).items).toHaveLength(1);
		const { response, result } = await receive(event);
		expect(response.status).toBe(200);
		expect(result).toEqual({});
	});

	it('starts one of several that come at the same moment', async () => {
		const event = linkGenerated();
		const results = await Promise.all(Array.from({ length: 20 }, async () => await receive(event)));
		expect(results.filter(({ items }) => items)).toHaveLength(1);
	});

	it('starts the workflow again if the builder wants that', async () => {
		const event = linkGenerated();
		const parameters = { options: { ignoreDuplicates: false } };
		expect((await receive(event, { parameters })).items).toHaveLength(1);
		expect((await receive(event, { parameters })).items).toHaveLength(1);
	});

	it('starts the workflow again at the test URL, and is not known from there', async () => {
		const event = linkGenerated();
		expect((await receive(event, { mode: 'manual' })).items).toHaveLength(1);
		expect((await receive(event, { mode: 'manual' })).items).toHaveLength(1);
		expect((await receive(event)).items).toHaveLength(1);
	});

	it('is the next event if another status was reached', async () => {
		const event = linkGenerated();
		const data = { ...(event.data as object), sub_status: 'AADHAAR_VERIFICATION_SUCCESS' };
		expect((await receive(event)).items).toHaveLength(1);
		expect((await receive({ ...event, data })).items).toHaveLength(1);
	});

	it('has to be refused if it is not signed', async () => {
		const event = linkGenerated();
		await receive(event);
		expect((await receive(event, { request: { headers: {} } })).response.status).toBe(401);
	});
});
