import { startCashfree } from '../../local/cashfree';
import type { Cashfree } from '../../local/cashfree';
import { signBody, signHeader } from '../../local/cashfree/sign';
import { call, createClock } from '../support/cashfreeClient';
import { startReceiver } from '../support/cashfreeReceiver';

const clock = createClock();
let cashfree: Cashfree;
let receiver: Awaited<ReturnType<typeof startReceiver>>;

beforeEach(async () => {
	cashfree = await startCashfree({ now: clock, clientSecret: 'test-client-secret' });
	receiver = await startReceiver();
});
afterEach(async () => {
	await cashfree.close();
	await receiver.close();
});

it.each([
	['kyc-link', 'KYC_LINK_ACTION_PERFORMED', '2025-05-22 09:21:14', 'form_status'],
	['ppi', 'VKYC_USER_CALL_COMPLETED', '2025-05-22T03:51:14Z', 'cf_verification_id'],
])('sends an event of %s, signed in the header alone', async (product, type, time, field) => {
	cashfree.webhooks.register(receiver.url);
	await call(cashfree, 'POST /_local/webhooks/other', { product });
	await cashfree.webhooks.settled();
	const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
	const sent = JSON.parse(body);
	expect(sent).toMatchObject({ event_type: type, event_time: time });
	expect(sent.data).toHaveProperty(field);
	expect(sent).not.toHaveProperty('signature');
	expect(headers['x-webhook-signature']).toBe(
		signHeader('test-client-secret', String(clock()), body),
	);
});

it('sends another event each time, to each registered URL', async () => {
	for (let i = 0; i < 2; i++) cashfree.webhooks.register(receiver.url);
	for (let i = 0; i < 2; i++) cashfree.webhooks.announceOther('kyc-link');
	await cashfree.webhooks.settled();
	const ids = receiver.received.map(({ body }) => JSON.parse(body).data.verification_id);
	expect(ids.toSorted()).toEqual(['kyc-link-1', 'kyc-link-1', 'kyc-link-2', 'kyc-link-2']);
});

it.each(['loan', 'toString'])('knows no product %s', async (product) => {
	const { status, data } = await call(cashfree, 'POST /_local/webhooks/other', { product });
	expect([status, data.message]).toEqual([400, expect.stringContaining('kyc-link, ppi')]);
});

it('tests a URL with a sample of another product, signed in its body', async () => {
	expect(await cashfree.webhooks.testAndAdd(receiver.url)).toMatchObject({ added: true });
	const { headers, body } = receiver.received[0]!;
	const { signature, ...alert } = JSON.parse(body);
	expect(alert).toMatchObject({ event: 'LOW_BALANCE_ALERT', currentBalance: '96.40' });
	expect(signature).toBe(signBody('test-client-secret', alert));
	expect(Object.keys(headers).filter((name) => name.startsWith('x-webhook'))).toEqual([]);
});
