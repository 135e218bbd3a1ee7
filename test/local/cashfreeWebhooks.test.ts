import { startCashfree } from '../../local/cashfree';
import type { Cashfree } from '../../local/cashfree';
import { signBody, signHeader } from '../../local/cashfree/sign';
import { call, createClock } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

const clock = createClock();
const event = { event_type: 'VKYC_USER_CALL_QUEUED', data: { verification_id: 'v-1' } };
let cashfree: Cashfree;
let receiver: Receiver;

beforeAll(async () => {
	cashfree = await startCashfree({
		now: clock,
		twoFactor: 'ipWhitelist',
		clientSecret: 'test-client-secret',
	});
});
afterAll(async () => await cashfree.close());
beforeEach(async () => {
	cashfree.reset();
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
});
afterEach(async () => await receiver.close());

/** Starts a receiver, initiates a verification and waits until its webhook was taken or given up. */
async function initiate(signing = {}) {
	receiver = await startReceiver();
	cashfree.webhooks.register(receiver.url, signing);
	await call(cashfree, 'POST /vkyc', { verification_id: 'v-1', user_id: 'user-1' });
	await cashfree.webhooks.settled();
	return receiver.received;
}

it('sends the documented envelope and headers when a link is generated', async () => {
	const { headers, body } = (await initiate())[0]!;
	const sent: { signature: string; data: Record<string, unknown> } = JSON.parse(body);
	const verification = cashfree.verifications.get('v-1');
	expect(sent).toEqual({
		signature: signBody('test-client-secret', sent.data),
		event_type: 'VKYC_USER_LINK_GENERATED',
		event_time: '2025-05-22T03:51:14Z',
		version: 'v1',
		data: {
			verification_id: 'v-1',
			reference_id: verification?.reference_id,
			user_reference_id: verification?.user_reference_id,
			user_id: 'user-1',
			status: 'RECEIVED',
			sub_status: 'LINK_GENERATED',
			vkyc_link: verification?.vkyc_link,
			link_expiry: '2025-06-21',
			recording_link: '',
			meeting_schedule: '',
		},
	});
	expect(headers).toMatchObject({
		'content-type': 'application/json',
		'x-webhook-attempt': '1',
		'x-webhook-timestamp': String(clock()),
		'x-webhook-version': '2025-01-01',
		'x-webhook-signature': signHeader('test-client-secret', String(clock()), body),
	});
});

it('sends one event for each step of the walk that has one', async () => {
	const received = await initiate();
	while (cashfree.verifications.get('v-1')?.auditor_remarks === null) {
		cashfree.advance('v-1');
		await cashfree.webhooks.settled();
	}
	expect(received.map(({ body }) => JSON.parse(body).event_type)).toEqual([
		'VKYC_USER_LINK_GENERATED',
		'VKYC_USER_AADHAAR_VERIFIED',
		'VKYC_USER_CALL_QUEUED',
		'VKYC_USER_CALL_STARTED',
		'VKYC_USER_CALL_COMPLETED',
		'VKYC_AUDITOR_REVIEW_COMPLETED',
	]);
});

it('sends the event that a move names', async () => {
	const received = await initiate();
	const move = { status: 'PRE_VIDEO_CALL', sub_status: 'NEW', event: 'VKYC_SOMETHING_NEW' };
	cashfree.move('v-1', move);
	await cashfree.webhooks.settled();
	expect(JSON.parse(received[1]!.body)).toMatchObject({
		event_type: 'VKYC_SOMETHING_NEW',
		data: { sub_status: 'NEW' },
	});
});

it('signs in the body only, or not at all, when registered so', async () => {
	const [legacy] = await initiate({ scheme: 'body', secret: 'older' });
	const sent = JSON.parse(legacy!.body);
	expect(sent.signature).toBe(signBody('older', sent.data));
	expect(legacy?.headers).not.toHaveProperty('x-webhook-signature');
	cashfree.webhooks.unregister(receiver.url);
	cashfree.webhooks.register(receiver.url, { scheme: 'none' });
	cashfree.advance('v-1');
	await cashfree.webhooks.settled();
	const [, bare] = receiver.received;
	expect(JSON.parse(bare!.body)).not.toHaveProperty('signature');
	expect(bare?.headers).not.toHaveProperty('x-webhook-signature');
});

it('delivers the same event twice, byte for byte', async () => {
	const received = await initiate();
	await cashfree.webhooks.redeliver();
	expect(received[1]?.body).toBe(received[0]?.body);
	expect(received[1]?.headers['x-webhook-signature']).toBe(
		received[0]?.headers['x-webhook-signature'],
	);
});

it('delivers forged events', async () => {
	receiver = await startReceiver();
	await cashfree.webhooks.deliver(receiver.url, event, {
		timestamp: '1',
		attempt: 3,
		body: '{}',
		headers: { 'x-webhook-signature': 'forged', 'x-webhook-version': null },
	});
	const { headers, body } = receiver.received[0]!;
	expect(body).toBe('{}');
	expect(headers).toMatchObject({
		'x-webhook-signature': 'forged',
		'x-webhook-timestamp': '1',
		'x-webhook-attempt': '3',
	});
	expect(headers).not.toHaveProperty('x-webhook-version');
});

it('adds a URL whose test it passes, and says how long the answer took', async () => {
	receiver = await startReceiver([404]);
	const refused = await cashfree.webhooks.testAndAdd(receiver.url);
	expect(refused).toMatchObject({ added: false, status: 404 });
	expect(cashfree.webhooks.registrations).toEqual([]);
	const added = await cashfree.webhooks.testAndAdd(receiver.url);
	expect(added).toMatchObject({ added: true, status: 200, within50ms: added.ms <= 50 });
	expect(cashfree.webhooks.registrations).toHaveLength(1);
});

it('notes why a delivery had no answer', async () => {
	receiver = await startReceiver();
	const { url } = receiver;
	await receiver.close();
	const attempt = await cashfree.webhooks.deliver(url, event);
	expect(attempt).toMatchObject({ status: null, failure: 'ECONNREFUSED' });
	receiver = await startReceiver();
});
