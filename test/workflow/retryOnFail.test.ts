import type { INode } from 'n8n-workflow';
import { hasten } from '../support/hasten';
import { runWithSettings } from '../support/runWithSettings';
import { byPhone, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, createUsers, operations } = useCashfree();
const items = Array.from({ length: 5 }, (_, index) => ({
	id: `kyc-${index}`,
	phone: `998877660${index}`,
}));
const retrying = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const run = async (parameters: object, settings: Partial<INode> = {}) =>
	await runWithSettings({ cashfree, parameters, items, settings: { ...retrying, ...settings } });

const count = (operation: string) => operations().filter((each) => each === operation).length;
const refuse = { ...byPhone, options: { ifExists: 'refuse', maxConcurrentItems: 1 } };
const create = { resource: 'user', operation: 'create', phone: '={{ $json.phone }}' };
const balance = (times: number) => {
	const match = { verification_id: 'kyc-3' };
	cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc', match, times });
};

describe('n8n’s Retry On Fail, which runs all items again', () => {
	it.each([
		['a verification that exists is returned', { ...byPhone, options: { maxConcurrentItems: 1 } }],
		['a verification that exists is refused', refuse],
	])('sends again only what failed, where %s', async (_, parameters) => {
		balance(2);
		const { error, json } = await run(parameters);
		expect(error).toBeUndefined();
		expect(json.map(({ verification_id: id }) => id)).toEqual(items.map(({ id }) => id));
		expect(operations()).toHaveLength(12);
		expect(cashfree.notifications).toHaveLength(10);
	});

	it('shows the true refusal in the end, and not that the ones before it exist', async () => {
		balance(9);
		const { error } = await run(refuse);
		expect(error?.message).toBe('Your Cashfree account has no balance left [item 3]');
		expect(count('POST /vkyc')).toBe(6);
	});

	it('does the same where the node continues, and the first item failed', async () => {
		const match = { verification_id: 'kyc-0' };
		cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc', match });
		const { json } = await run(refuse, { onError: 'continueRegularOutput' });
		expect(json.map(({ verification_id: id }) => id)).toEqual(items.map(({ id }) => id));
		expect(count('POST /vkyc')).toBe(6);
	});

	it('creates no user without a user ID a second time', async () => {
		const match = { phone: '9988776603' };
		cashfree.answerNext('phone_value_invalid', { on: 'POST /user', match });
		const { json } = await run({ ...create, options: { maxConcurrentItems: 1 } });
		expect(json).toHaveLength(5);
		expect(cashfree.users.size).toBe(5);
		expect(count('POST /user')).toBe(6);
	});

	it('does not send again what may have been taken and cannot be looked up', async () => {
		cashfree.faults.queue('take-then-cut', { on: 'POST /user', match: { phone: '9988776600' } });
		const { error } = await run({ ...create, options: { maxConcurrentItems: 1 } });
		expect(error).toMatchObject({
			message: expect.stringMatching(/connection .* was lost .* \[item 0\]$/),
			context: { data: { outcome: 'unknown' } },
		});
		expect(operations()).toEqual(['POST /user']);
	});

	it('takes what a try made whose outcome stayed unknown, and does not refuse it', async () => {
		cashfree.faults.queue('take-then-cut', { on: 'POST /vkyc' });
		cashfree.answerNext('ip_validation_failed', { on: 'GET /vkyc' });
		const { error, json } = await run(refuse);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ verification_id: 'kyc-0' });
		// looked up before anything is sent again
		expect(operations().slice(0, 5)).toEqual([
			...['POST /user', 'POST /vkyc', 'GET /vkyc', 'GET /vkyc', 'POST /user'],
		]);
		expect(count('POST /vkyc')).toBe(5);
		expect(cashfree.notifications).toHaveLength(10);
	});

	it('leaves a change unknown where a later try is refused', async () => {
		const id = 'lead-1';
		await createUsers(id);
		cashfree.faults.queue('reset-before-reading', { on: 'PATCH /user', times: 3 });
		cashfree.answerNext('insufficient_balance', { on: 'PATCH /user' });
		const update = {
			...{ resource: 'user', operation: 'update', identifyBy: 'userId', userId: id },
			userDetails: { name: 'Asha' },
			options: { maxConcurrentItems: 1 },
		};
		const { error } = await run(update, { maxTries: 2 });
		expect(error?.context).toMatchObject({ data: { outcome: 'unknown' } });
	});

	describe('after a try whose outcome stayed unknown', () => {
		const hurried = { ...refuse, options: { ...refuse.options, maxRateLimitRetries: 0 } };
		beforeEach(() => {
			cashfree.faults.queue('take-then-cut', { on: 'POST /vkyc' });
			cashfree.answerNext('ip_validation_failed', { on: 'GET /vkyc' });
		});

		it('leaves it unknown where the last one meets the rate limit', async () => {
			cashfree.faults.queue('429', { on: 'GET /vkyc' });
			const { error } = await run(hurried, { maxTries: 2 });
			expect(error?.context).toMatchObject({ data: { outcome: 'unknown' } });
			expect(error?.description).toContain('It is not known whether Cashfree acted');
		});

		it('takes what the first one made also after one that met the rate limit', async () => {
			cashfree.faults.queue('429', { on: 'GET /vkyc' });
			const { error, json } = await run(hurried);
			expect(error).toBeUndefined();
			expect(json).toHaveLength(5);
			expect(cashfree.notifications).toHaveLength(10);
		});
	});
});

it('another run knows nothing of it: what exists is refused there, where the option says so', async () => {
	expect((await run(refuse)).error).toBeUndefined();
	const { error } = await run(refuse);
	expect(error?.message).toMatch(/exists already \[item 0\]$/);
});
