import { call } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const cashfree = useLocalCashfree({ twoFactor: 'ipWhitelist' });
beforeEach(async () => {
	await send('POST /user', { phone: '9988776655', user_id: 'user-1' });
});

const send = async (operation: string, body?: unknown) => await call(cashfree, operation, body);
const initiate = async (changes: object = {}) =>
	await send('POST /vkyc', { verification_id: 'v-1', user_id: 'user-1', ...changes });

it('finds a verification by either ID, with the fields of the documented status', async () => {
	const { reference_id: reference } = (await initiate()).data;
	const { status, data } = await send('GET /vkyc?verification_id=v-1');
	expect(status).toBe(200);
	expect(Object.keys(data).toSorted()).toEqual([
		'agent_remarks',
		'auditor_remarks',
		'link_expiry',
		'meeting_schedule',
		'recording_link',
		'reference_id',
		'status',
		'sub_status',
		'user_id',
		'user_reference_id',
		'verification_id',
		'vkyc_link',
	]);
	expect((await send(`GET /vkyc?reference_id=${reference}`)).data).toEqual(data);
});

it.each([
	['', 400, 'invalid_request'],
	['?reference_id=abc', 400, 'reference_id_value_invalid'],
	['?reference_id=1', 404, 'reference_id_not_found'],
	['?verification_id=none', 404, 'verification_id_not_found'],
])('answers GET /vkyc%s with %i %s', async (query, status, code) => {
	const answer = await send(`GET /vkyc${query}`);
	expect([answer.status, answer.data.code]).toEqual([status, code]);
});

it('can number verifications beyond what a JavaScript number holds', async () => {
	cashfree.set({ largeIds: true });
	await initiate();
	const reference = String(cashfree.verifications.get('v-1')?.reference_id);
	expect(String(Number(reference))).not.toBe(reference);
	expect((await send(`GET /vkyc?reference_id=${reference}`)).data.verification_id).toBe('v-1');
	const raw = await fetch(`${cashfree.origin}/_local/verifications`);
	expect(await raw.text()).toContain(`"reference_id":${reference},`);
});

it('walks a verification from the link to the review', async () => {
	await initiate();
	const walk = [];
	while (cashfree.verifications.get('v-1')?.auditor_remarks === null) {
		const { sub_status, recorded } = cashfree.advance('v-1');
		walk.push([sub_status, recorded]);
	}
	expect(walk.slice(0, 4)).toEqual([
		['AADHAAR_VERIFICATION_SUCCESS', false],
		['USER_DEVICE_CHECK_SUCCESS', false],
		['USER_QUEUED', false],
		['AGENT_ASSIGNED_TO_USER', false],
	]);
	expect(walk.slice(-3).map(([, recorded]) => recorded)).toEqual([false, true, true]);
	expect(() => cashfree.advance('v-1')).toThrow('has no further step');
	const { data } = await send('GET /vkyc?verification_id=v-1');
	expect(data.recording_link).toContain('X-Amz-Expires=3600');
});

it('moves a verification to any status', async () => {
	await initiate();
	const schedule = '2025-07-09T14:50:00.000Z';
	const status = { status: 'PRE_VIDEO_CALL', sub_status: 'USER_MEETING_SCHEDULED' };
	cashfree.move('v-1', { ...status, meeting_schedule: schedule });
	const { data } = await send('GET /vkyc?verification_id=v-1');
	expect(data).toMatchObject({ ...status, meeting_schedule: schedule });
	expect(() => cashfree.move('none', status)).toThrow('There is no verification "none".');
});
