import { startCashfree } from '../../local/cashfree';
import type { Cashfree } from '../../local/cashfree';
import { signHeader } from '../../local/cashfree/sign';
import { call, createClock } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';

type Receiver = Awaited<ReturnType<typeof startReceiver>>;

const clock = createClock();
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
	cashfree.webhooks.retryDelays = [1, 1, 1];
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
});
afterEach(async () => await receiver.close());

/** Starts a receiver, initiates a verification and waits until its webhook was taken or given up. */
async function initiate(statuses: number[] = []) {
	receiver = await startReceiver(statuses);
	cashfree.webhooks.register(receiver.url);
	await call(cashfree, 'POST /vkyc', { verification_id: 'v-1', user_id: 'user-1' });
	await cashfree.webhooks.settled();
	return receiver.received;
}

it('tries again after an answer other than 200, with the first timestamp', async () => {
	const received = await initiate([500, 204]);
	expect(received.map(({ headers }) => headers['x-webhook-attempt'])).toEqual(['1', '2', '3']);
	expect(new Set(received.map(({ headers }) => headers['x-webhook-timestamp'])).size).toBe(1);
	expect(cashfree.webhooks.deliveries.map(({ status }) => status)).toEqual([500, 204, 200]);
});

it('can give each attempt a timestamp and signature of its own', async () => {
	let time = clock();
	const server = await startCashfree({ now: () => time++, twoFactor: 'ipWhitelist' });
	receiver = await startReceiver([500]);
	Object.assign(server.webhooks, { retryDelays: [1], retryTimestamp: 'new' });
	server.webhooks.register(receiver.url);
	await call(server, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
	await call(server, 'POST /vkyc', { verification_id: 'v-1', user_id: 'user-1' });
	await server.webhooks.settled();
	await server.close();
	const stamps = receiver.received.map(({ headers, body }) => {
		const timestamp = String(headers['x-webhook-timestamp']);
		const signature = signHeader(server.clientSecret, timestamp, body);
		expect(headers['x-webhook-signature']).toBe(signature);
		return timestamp;
	});
	expect(new Set(stamps).size).toBe(2);
});

it('gives up after the last delay', async () => {
	expect(await initiate([500, 500, 500, 500, 500])).toHaveLength(4);
});

it('can spoil one attempt, so that it is refused and tried again', async () => {
	cashfree.webhooks.spoilNext({ secret: 'another' });
	const [first, second] = await initiate([401]);
	const signature = (secret: string, { body }: { body: string }) =>
		signHeader(secret, String(clock()), body);
	expect(first?.headers['x-webhook-signature']).toBe(signature('another', first!));
	expect(second?.headers['x-webhook-signature']).toBe(signature('test-client-secret', second!));
});
