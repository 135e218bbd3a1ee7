import { call, createClock, fullBody, sign } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const clock = createClock();
const cashfree = useLocalCashfree({ now: clock });
beforeEach(async () => {
	await send('POST /user', { phone: '9988776655', user_id: 'user-1' });
});

const send = async (operation: string, body?: unknown) =>
	await call(cashfree, operation, body, {
		'x-cf-signature': sign(cashfree, { seconds: clock() / 1000 }),
	});
const initiate = async (changes: object = {}) =>
	await send('POST /vkyc', { verification_id: 'v-1', user_id: 'user-1', ...changes });

it('answers an initiated verification with the fields of the documented example', async () => {
	const body = fullBody();
	const { status, data } = await send('POST /vkyc', body);
	expect(status).toBe(200);
	expect(data).toEqual({
		verification_id: 'vkyc_verification_id',
		reference_id: expect.any(Number),
		user_reference_id: cashfree.users.get('user-1')?.user_reference_id,
		user_id: 'user-1',
		status: 'RECEIVED',
		sub_status: 'LINK_GENERATED',
		vkyc_link: expect.stringMatching(/^https:\/\/forms\.cashfree\.example\/verification\/\w+$/),
		link_expiry: '2025-06-21T00:00:00.000Z',
		aadhaar_details: body.aadhaar_details,
		security_questions: body.security_questions,
		auditor_remarks: null,
		agent_remarks: null,
	});
});

it('sends one message for each notification type', async () => {
	await initiate({ notification_types: ['sms', 'email'] });
	expect(cashfree.notifications).toEqual([
		{ verification_id: 'v-1', channel: 'sms' },
		{ verification_id: 'v-1', channel: 'email' },
	]);
});

it('sends SMS and WhatsApp when no notification types are given, and none for an empty list', async () => {
	await initiate();
	await initiate({ verification_id: 'v-2', notification_types: [] });
	expect(cashfree.notifications).toEqual([
		{ verification_id: 'v-1', channel: 'sms' },
		{ verification_id: 'v-1', channel: 'whatsapp' },
	]);
});

it('refuses a verification ID that exists, and sends no second message', async () => {
	await initiate();
	const { status, data } = await initiate();
	expect([status, data.code]).toEqual([409, 'verification_id_already_exists']);
	expect(cashfree.notifications).toHaveLength(2);
});

it('returns the existing verification instead when set so, still without a second message', async () => {
	cashfree.set({ duplicateVerification: 'existing' });
	const first = await initiate();
	expect((await initiate()).data).toEqual(first.data);
	expect(cashfree.notifications).toHaveLength(2);
});

it.each([
	[{ user_id: 'nobody' }, 'user_id_not_found', 'user_id does not exist'],
	[
		{ user_id: undefined, user_reference_id: 1 },
		'user_reference_id_not_found',
		'user_reference_id does not exist',
	],
])('answers 404 for the unknown user %j', async (user, code, message) => {
	const { status, data } = await initiate(user);
	expect([status, data.type, data.code, data.message]).toEqual([
		404,
		'validation_error',
		code,
		message,
	]);
});

it('takes the user by user reference ID', async () => {
	const reference = cashfree.users.get('user-1')?.user_reference_id;
	const { data } = await initiate({ user_id: undefined, user_reference_id: reference });
	expect(data).toMatchObject({ user_id: 'user-1', user_reference_id: reference });
});

it('runs out of balance', async () => {
	cashfree.set({ balance: 1 });
	expect((await initiate()).status).toBe(200);
	const { status, data } = await initiate({ verification_id: 'v-2' });
	expect([status, data.code]).toEqual([422, 'insufficient_balance']);
	expect(cashfree.verifications.has('v-2')).toBe(false);
});

it('knows only the templates it was given', async () => {
	cashfree.set({ templates: { user: ['u'], agent: ['a'] } });
	const user = await initiate({ user_template: 'x', agent_template: 'a' });
	expect([user.status, user.data.code]).toEqual([400, 'user_template_value_invalid']);
	const agent = await initiate({ user_template: 'u', agent_template: 'x' });
	expect([agent.status, agent.data.code]).toEqual([400, 'agent_template_value_invalid']);
	expect((await initiate({ user_template: 'u', agent_template: 'a' })).status).toBe(200);
});

it('wants templates when set so', async () => {
	cashfree.set({ templatesRequired: true });
	expect((await initiate()).data.code).toBe('user_template_value_missing');
	expect((await initiate({ user_template: 'u' })).data.code).toBe('agent_template_value_missing');
});

it('can write the fields on which the page contradicts itself either way', async () => {
	cashfree.set({ userReferenceIdAs: 'string', responseAddress: 'address_details' });
	const { data } = await send('POST /vkyc', fullBody());
	expect(data.user_reference_id).toEqual(expect.any(String));
	expect(data.aadhaar_details.address_details.pincode).toBe(581115);
	expect(data.aadhaar_details).not.toHaveProperty('split_address');
});

it('answers what is no JSON, and paths that do not exist, in the error shape', async () => {
	const broken = await call(cashfree, 'POST /vkyc', Buffer.from('{"verification_id":'), {
		'content-type': 'application/json',
	});
	expect([broken.status, broken.data.type]).toEqual([400, 'invalid_request']);
	expect((await send('POST /vkyc/cancel', {})).status).toBe(404);
});
