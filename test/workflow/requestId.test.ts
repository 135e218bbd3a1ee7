import { hasten } from '../support/hasten';
import { byPhone, byUserId, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, run, createUsers } = useCashfree();
const items = [{ id: 'kyc-3', user: 'lead-3', phone: '9988776603' }];
const onError = 'continueRegularOutput';
const sentIds = () => cashfree.requests.map(({ requestId }) => requestId);
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

it('is a new UUID with each request', async () => {
	cashfree.faults.queue('take-then-cut', { on: 'POST /vkyc' });
	await run({ ...byPhone, options: { timeout: 60 } }, { items });
	expect(sentIds()).toEqual(Array(3).fill(expect.stringMatching(uuid)));
	expect(new Set(sentIds()).size).toBe(3);
});

it('stands in the details of a failed item, for the request that failed', async () => {
	await createUsers('lead-3');
	cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc' });
	const { json } = await run(byUserId, { items, onError });
	expect(json).toMatchObject([{ error: { outcome: 'answered', request_id: sentIds()[0] } }]);
});

it('is of the request whose outcome is not known, not of its look-up', async () => {
	await createUsers('lead-3');
	cashfree.faults.queue('take-then-500', { on: 'POST /vkyc' });
	cashfree.answerNext('ip_validation_failed', { on: 'GET /vkyc' });
	const { json } = await run(byUserId, { items, onError });
	expect(json).toMatchObject([{ error: { outcome: 'unknown', request_id: sentIds()[0] } }]);
});

it('is of the request that was refused, where what exists belongs to another user', async () => {
	await createUsers('lead-3', 'lead-4');
	await run(byUserId, { items });
	cashfree.requests.length = 0;
	const { json } = await run(byUserId, { items: [{ ...items[0]!, user: 'lead-4' }], onError });
	const error = { code: 'belongs_to_another_user', request_id: sentIds()[0] };
	expect(json).toMatchObject([{ error }]);
});

it('is missing where nothing was sent', async () => {
	const { json } = await run(byUserId, { items: [{ ...items[0]!, id: '' }], onError });
	expect(json).toMatchObject([{ error: { outcome: 'not_sent' } }]);
	expect(json[0]?.error).not.toHaveProperty('request_id');
});
