import { hasten } from '../support/hasten';
import { byPhone, byUserId, useCashfree } from '../support/vkyc';

const { cashfree, run, operations, createUsers } = useCashfree();
const items = Array.from({ length: 10 }, (_, number) => ({
	id: `kyc-${number}`,
	user: 'lead-1',
	phone: `998877665${number}`,
}));
const refusal = 'Your Cashfree account has no user template of this name [item 0]';

describe('a run that stops at a refused item, with ten under way', () => {
	it('sends no second request of the others, and shows the refusal', async () => {
		cashfree.answerNext('ip_validation_failed', { on: 'POST /user', match: { user_id: 'kyc-0' } });
		for (const { id: user_id } of items.slice(1)) {
			cashfree.faults.queue('slow', { on: 'POST /user', match: { user_id }, ms: 100 });
		}
		const { error } = await run(byPhone, { items });
		expect(error?.message).toMatch(/not whitelisted.*\[item 0\]$/);
		expect(new Set(operations())).toEqual(new Set(['POST /user']));
		expect(cashfree.verifications.size).toBe(0);
		expect(cashfree.notifications).toEqual([]);
	});

	it('lets those end that are under way', async () => {
		await createUsers('lead-1');
		const match = { verification_id: 'kyc-0' };
		cashfree.answerNext('user_template_value_invalid', { on: 'POST /vkyc', match });
		for (const { id } of items.slice(1)) {
			const match = { verification_id: id };
			cashfree.faults.queue('slow', { on: 'POST /vkyc', match, ms: 100 });
		}
		const { error } = await run(byUserId, { items });
		expect(error?.message).toBe(refusal);
		expect(cashfree.verifications.size).toBe(9);
	});
});

// On the wall's own time: to wait here would take an hour.
it('waits no longer for the rate limit once an item has failed', async () => {
	await createUsers('lead-1');
	const headers = { 'retry-after': '3600' };
	for (const { id } of items.slice(1)) {
		cashfree.faults.queue('429', { on: 'POST /vkyc', match: { verification_id: id }, headers });
	}
	const match = { verification_id: 'kyc-0' };
	cashfree.faults.queue('slow', { on: 'POST /vkyc', match, ms: 100 });
	cashfree.answerNext('user_template_value_invalid', { on: 'POST /vkyc', match });
	const options = { maxRateLimitWait: 600 };
	const { error } = await run({ ...byUserId, options }, { items });
	expect(error?.message).toBe(refusal);
	expect(operations()).toHaveLength(10);
});

describe('in a hurry', () => {
	hasten(20);

	it('tries nothing again, and looks nothing up, once an item has failed', async () => {
		await createUsers('lead-1');
		cashfree.faults.queue('take-then-cut', {
			on: 'POST /vkyc',
			match: { verification_id: 'kyc-1' },
		});
		const match = { verification_id: 'kyc-0' };
		cashfree.answerNext('user_template_value_invalid', { on: 'POST /vkyc', match });
		const { error } = await run(byUserId, { items: items.slice(0, 2) });
		expect(error?.message).toBe(refusal);
		expect(operations()).toEqual(['POST /vkyc', 'POST /vkyc']);
	});
});
