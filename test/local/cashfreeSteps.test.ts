import { startCashfree } from '../../local/cashfree';
import type { Cashfree } from '../../local/cashfree';
import { nextSteps } from '../../local/cashfree/steps';
import { call, createClock } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';

const reviewed = 'VKYC_AUDITOR_REVIEW_COMPLETED';
const clock = createClock();
let cashfree: Cashfree;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeAll(async () => {
	cashfree = await startCashfree({ now: clock, twoFactor: 'ipWhitelist' });
	receiver = await startReceiver();
});
afterAll(async () => {
	await cashfree.close();
	await receiver.close();
});
beforeEach(async () => {
	cashfree.reset();
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
	await call(cashfree, 'POST /vkyc', { verification_id: 'v-1', user_id: 'user-1' });
	cashfree.webhooks.register(receiver.url);
	receiver.received.length = 0;
});

const statusOf = async () => (await call(cashfree, 'GET /vkyc?verification_id=v-1')).data;
const step = async (name: string, changes = {}) =>
	await call(cashfree, 'POST /_local/verifications/v-1/step', { name, ...changes });

/** Takes the step over HTTP, and gives the status and the events that were sent. */
async function end(name: string, changes = {}) {
	expect((await step(name, changes)).status).toBe(200);
	await cashfree.webhooks.settled();
	const events = receiver.received.map(({ body }) => JSON.parse(body));
	return { status: await statusOf(), events };
}

it.each([
	['expired', 'EXPIRED', 'VKYC_EXPIRED', ['VKYC_USER_LINK_EXPIRED']],
	['insufficient-balance', 'REJECTED', 'INSUFFICIENT_BALANCE', []],
	['failed', 'FAILED', 'VERIFICATION_FAILED', []],
	['approved', 'COMPLETED', 'AUDITOR_REVIEW_COMPLETED', [reviewed]],
	['rejected', 'COMPLETED', 'AUDITOR_REVIEW_COMPLETED', [reviewed]],
])('takes a verification to the end "%s": %s/%s', async (name, status, sub_status, types) => {
	const ended = await end(name);
	expect(ended.status).toMatchObject({ status, sub_status });
	expect(ended.events.map(({ event_type }) => event_type)).toEqual(types);
	for (const { data } of ended.events) expect(data).toMatchObject({ status, sub_status });
	expect(nextSteps(ended.status)).toEqual([]);
	expect(() => cashfree.advance('v-1')).toThrow('has no further step');
});

it.each(['approved', 'rejected'] as const)(
	'says the account’s own word for %s',
	async (decision) => {
		const words = {
			approved: { status: 'DONE', sub_status: 'AUDITOR_OK' },
			rejected: { sub_status: 'AUDITOR_NOT_OK' },
		};
		await call(cashfree, 'PATCH /_local/settings', { decisionWords: words });
		const { status, events } = await end(decision);
		const said = { status: 'COMPLETED', ...words[decision] };
		expect(status).toMatchObject(said);
		expect(events).toMatchObject([{ event_type: reviewed, data: said }]);
	},
);

it('takes the words as an option too', async () => {
	const decisionWords = { rejected: { status: 'NOT_THEM' } };
	const other = await startCashfree({ twoFactor: 'ipWhitelist', decisionWords });
	await call(other, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
	await call(other, 'POST /vkyc', { verification_id: 'v-1', user_id: 'user-1' });
	expect(other.step('v-1', 'rejected').status).toBe('NOT_THEM');
	await other.close();
});

it('tells by the recording and the remarks that an auditor has looked', async () => {
	const { status } = await end('rejected');
	expect(status.auditor_remarks).toEqual(expect.any(String));
	expect(status.recording_link).toContain('/recordings/v-1.mp4?');
});

it('lets a link that has expired end on a day that is over', async () => {
	clock.add(1000);
	const { status, events } = await end('expired');
	expect(Date.parse(status.link_expiry)).toBeLessThanOrEqual(clock());
	expect(events[0].data.link_expiry).toBe('2025-05-22');
});

it('sends another event with a step where one is named', async () => {
	const { events } = await end('failed', { event: 'VKYC_USER_PRECHECK_FAILED' });
	expect(events).toMatchObject([
		{ event_type: 'VKYC_USER_PRECHECK_FAILED', data: { status: 'FAILED' } },
	]);
});

it('goes on after a call that was scheduled, dropped, or whose checks failed', async () => {
	for (const name of ['precheck-failed', 'call-scheduled', 'call-dropped']) {
		await step(name);
		const { meeting_schedule: schedule } = await statusOf();
		if (name === 'call-scheduled') expect(schedule).toBe('2025-05-23T03:51:15.000Z');
		expect(cashfree.advance('v-1').sub_status).toEqual(expect.any(String));
	}
	await cashfree.webhooks.settled();
	const types = receiver.received.map(({ body }) => JSON.parse(body).event_type).toSorted();
	expect(types).toEqual([
		'VKYC_USER_CALL_QUEUED',
		'VKYC_USER_CALL_SCHEDULED',
		'VKYC_USER_CALL_STARTED',
		'VKYC_USER_DROPOFF_FROM_CALL',
		'VKYC_USER_PRECHECK_FAILED',
	]);
});

it('says which steps there are when told one that is not', async () => {
	expect(await step('win')).toMatchObject({
		status: 400,
		data: { message: expect.stringMatching(/No step is called "win".*approved, rejected/) },
	});
	expect((await step('constructor')).status).toBe(400);
});

it('does not start again where the status is none of a step', () => {
	cashfree.move('v-1', { status: 'SOMETHING', sub_status: 'NEW' });
	expect(() => cashfree.advance('v-1')).toThrow('has no further step');
});
