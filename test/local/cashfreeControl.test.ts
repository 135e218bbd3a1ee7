import { startCashfree } from '../../local/cashfree';
import { call, eventually, failureOf } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';
import { useLocalCashfree } from '../support/localCashfree';

const cashfree = useLocalCashfree({ twoFactor: 'ipWhitelist' });
beforeEach(async () => {
	await call(cashfree, 'POST /user', { phone: '9988776655', user_id: 'user-1' });
});

/** Calls a control as another process does: without any key. */
async function tell(operation: string, body?: unknown) {
	const { status, data } = await call(cashfree, operation, body, {
		'x-client-id': undefined,
		'x-client-secret': undefined,
		'x-cf-signature': undefined,
	});
	if (status !== 200) throw new Error(`${status}: ${data.message}`);
	return data;
}
const initiate = async (id = 'v-1') =>
	await call(cashfree, 'POST /vkyc', { verification_id: id, user_id: 'user-1' });

it('tells another process all it needs to call', async () => {
	const { url, clientId, clientSecret, publicKey, otherEnvironment } = cashfree;
	expect(await tell('GET /_local/state')).toMatchObject({
		...{ url, clientId, clientSecret, publicKey, otherEnvironment },
		users: 1,
		verifications: 0,
		settings: { twoFactor: 'ipWhitelist' },
	});
});

it('shows users, verifications, notifications and requests, and forgets them', async () => {
	await initiate();
	expect(await tell('GET /_local/users')).toMatchObject([{ user_id: 'user-1' }]);
	expect(await tell('GET /_local/verifications')).toMatchObject([{ verification_id: 'v-1' }]);
	expect(await tell('GET /_local/notifications')).toHaveLength(2);
	expect(await tell('GET /_local/requests')).toMatchObject([
		{ operation: 'POST /user', processed: true },
		{ operation: 'POST /vkyc', path: '/verification/vkyc', body: { verification_id: 'v-1' } },
	]);
	await tell('DELETE /_local/requests');
	expect(cashfree.requests).toEqual([]);
	await tell('POST /_local/reset');
	expect([cashfree.users.size, cashfree.verifications.size, cashfree.notifications.length]).toEqual(
		[0, 0, 0],
	);
});

it('notes the x-request-id of each request, or that it had none', async () => {
	cashfree.requests.length = 0;
	const headers = { 'x-request-id': '0f8fad5b-d9cb-469f-a165-70867728950e' };
	await call(cashfree, 'GET /user?user_id=user-1', undefined, headers);
	await call(cashfree, 'GET /user?user_id=user-1');
	const requests: { requestId: string | null }[] = await tell('GET /_local/requests');
	expect(requests.map(({ requestId }) => requestId)).toEqual([headers['x-request-id'], null]);
});

it('changes settings, and a reset brings the first ones back', async () => {
	await tell('PATCH /_local/settings', { balance: 0 });
	expect((await initiate()).status).toBe(422);
	await tell('POST /_local/reset');
	expect(cashfree.settings.balance).toBeNull();
	await expect(tell('PATCH /_local/settings', { blance: 0 })).rejects.toThrow(
		'400: "blance" is not a setting.',
	);
});

it('forces answers, and takes that back', async () => {
	await tell('POST /_local/answers', { name: 'verification_failed', on: 'POST /vkyc', times: 2 });
	expect((await initiate()).status).toBe(500);
	await tell('DELETE /_local/answers');
	expect((await initiate()).status).toBe(200);
	await expect(tell('POST /_local/answers', { name: 'nothing' })).rejects.toThrow('400: No answer');
	expect(await tell('GET /_local/answers')).toHaveProperty('insufficient_balance');
});

it('queues and plans faults, and takes them back', async () => {
	await tell('POST /_local/faults', { kind: 'html-before', on: 'POST /vkyc' });
	expect((await initiate()).status).toBe(502);
	await tell('POST /_local/faults/plan', { seed: 7, rules: [{ kind: '429', probability: 1 }] });
	expect((await initiate()).status).toBe(429);
	expect((await tell('GET /_local/faults')).seed).toBe(7);
	await tell('DELETE /_local/faults');
	expect((await initiate()).status).toBe(200);
});

it('refuses connections for a time', async () => {
	await tell('POST /_local/faults/refuse', { ms: 1500 });
	expect(await failureOf(tell('GET /_local/state'))).toBe('ECONNREFUSED');
	await eventually(async () => await tell('GET /_local/state'));
}, 10_000);

it('moves verifications and sends webhooks', async () => {
	const receiver = await startReceiver();
	const { added } = await tell('POST /_local/webhooks/test', { url: receiver.url });
	expect(added).toBe(true);
	await initiate();
	await tell('POST /_local/webhooks/settled');
	await tell('POST /_local/verifications/v-1/advance');
	await tell('POST /_local/verifications/v-1/move', { status: 'S', sub_status: 'VKYC_EXPIRED' });
	await tell('POST /_local/webhooks/settled');
	await tell('POST /_local/webhooks/redeliver', {});
	await tell('POST /_local/webhooks/deliver', { url: receiver.url, event: { event_type: 'X' } });
	const { deliveries } = await tell('GET /_local/webhooks');
	await tell('DELETE /_local/webhooks');
	await receiver.close();
	const events = deliveries.map(({ event }: { event: string | null }) => event);
	expect(events.slice(0, 2)).toEqual([null, 'VKYC_USER_LINK_GENERATED']);
	expect(events.slice(2, 4).toSorted()).toEqual([
		'VKYC_USER_AADHAAR_VERIFIED',
		'VKYC_USER_LINK_EXPIRED',
	]);
	expect(events).toHaveLength(6);
	expect(events[5]).toBe('X');
	expect(cashfree.webhooks.registrations).toEqual([]);
});

it('says when there is no such verification', async () => {
	await expect(tell('POST /_local/verifications/none/advance')).rejects.toThrow('400: ');
	await expect(
		tell('POST /_local/verifications/none/move', { status: 'A', sub_status: 'B' }),
	).rejects.toThrow('400: There is no verification "none".');
});

it.each([
	[0, 0],
	[5, 10],
])('keeps %i requests at least, %i at most', async (keepRequests, most) => {
	const server = await startCashfree({ keepRequests, twoFactor: 'ipWhitelist' });
	for (let i = 0; i < 30; i++) await call(server, `GET /user?user_id=${i}`);
	const ids = server.requests.map(({ query }) => query.user_id);
	await server.close();
	expect(ids.length).toBeLessThanOrEqual(most);
	expect(ids.slice(-keepRequests || 30)).toEqual(
		['25', '26', '27', '28', '29'].slice(-keepRequests || 30),
	);
});
