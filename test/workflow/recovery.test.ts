import { hasten } from '../support/hasten';
import { startTricklingServer } from '../support/oddServers';
import { byPhone, byUserId, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, run: runWith, operations, createUsers } = useCashfree();

/** Half a second on the wall */
const options = { timeout: 10 };
const run = async (...[parameters, more]: Parameters<typeof runWith>) =>
	await runWith({ ...parameters, options }, more);

const lead = { id: 'kyc-1', user: 'lead-1', phone: '9988776655' };
const once = { items: [lead] };
const createUser = {
	resource: 'user',
	operation: 'create',
	phone: lead.phone,
	newUserId: 'lead-2',
};
const getStatus = {
	resource: 'videoKyc',
	operation: 'getStatus',
	identifyVerificationBy: 'verificationId',
	verificationId: lead.id,
};
const continued = { ...once, onError: 'continueRegularOutput' as const };
const strike = (kind: Parameters<typeof cashfree.faults.queue>[0], on: string, times = 1) =>
	cashfree.faults.queue(kind, { on, times });
const notified = () => cashfree.notifications.map(({ channel }) => channel);

beforeEach(async () => void (await createUsers(lead.user)));

/** Faults before the server takes a request, and after. */
const before = ['reset-before-reading', 'hang', 'html-before'] as const;
const after = [
	'take-then-cut',
	'take-then-hang',
	'take-then-500',
	'take-then-html',
	'half-body',
	'empty-body',
] as const;

describe('POST /vkyc', () => {
	it.each(before)('lost by %s is sent again after two look-ups', async (kind) => {
		strike(kind, 'POST /vkyc');
		const { json, hints } = await run(byUserId, once);
		expect(json).toMatchObject([{ verification_id: lead.id, status: 'RECEIVED' }]);
		expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc', 'GET /vkyc', 'POST /vkyc']);
		expect(notified()).toEqual(['sms', 'whatsapp']);
		expect(hints('Cashfree VKYC')[0]?.message).toMatch(/^One item was retried/);
	});

	it.each(after)(
		'taken, but with an answer lost by %s, is looked up and not sent again',
		async (kind) => {
			strike(kind, 'POST /vkyc');
			const { json } = await run(byUserId, once);
			expect(json).toMatchObject([{ verification_id: lead.id, status: 'RECEIVED' }]);
			expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc']);
			expect(notified()).toEqual(['sms', 'whatsapp']);
		},
	);

	it.each([...before, ...after])('is found though %s strikes the look-up, too', async (kind) => {
		strike('take-then-cut', 'POST /vkyc');
		strike(kind, 'GET /vkyc', 2);
		const { json } = await run(byUserId, { items: [lead, { ...lead, id: 'kyc-2' }] });
		expect(json.map(({ verification_id: id }) => id)).toEqual(['kyc-1', 'kyc-2']);
		expect(notified()).toHaveLength(4);
	});

	it('is sent again where nobody listened', async () => {
		cashfree.refuse(20);
		const { json } = await run(byUserId, once);
		expect(json).toMatchObject([{ verification_id: lead.id }]);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('waits for a slow answer', async () => {
		cashfree.faults.queue('slow', { on: 'POST /vkyc', ms: 100 });
		const { json } = await run(byUserId, once);
		expect(json).toMatchObject([{ verification_id: lead.id }]);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('that stays unknown says so, says what to do, and can be told apart by its outcome', async () => {
		strike('take-then-cut', 'POST /vkyc');
		strike('hang', 'GET /vkyc', 20);
		const { json } = await run(byUserId, continued);
		expect(json).toEqual([
			{
				verification_id: 'kyc-1',
				user_id: 'lead-1',
				error: {
					outcome: 'unknown',
					request_id: cashfree.requests[0]?.requestId,
					message: 'The connection to Cashfree was lost before its response arrived [item 0]',
					description: expect.stringMatching(
						/^It is not known whether Cashfree acted on this request. Use the operation 'Get Status'/,
					),
				},
			},
		]);
		expect(notified()).toEqual(['sms', 'whatsapp']);
	});

	it('is not sent again on a 404 that does not speak of its ID', async () => {
		strike('take-then-cut', 'POST /vkyc');
		cashfree.answerNext('resource_not_found', { on: 'GET /vkyc', times: 9 });
		const { json } = await run(byUserId, continued);
		expect(json).toMatchObject([{ error: { outcome: 'unknown' } }]);
		expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc']);
	});

	it('that never arrives says that nothing was created', async () => {
		strike('html-before', 'POST /vkyc', 20);
		const { json } = await run(byUserId, continued);
		expect(json).toMatchObject([{ error: { code: 'not_created', outcome: 'not_sent' } }]);
		expect(notified()).toEqual([]);
	});

	it('does not follow a redirect with the keys in hand', async () => {
		strike('redirect', 'POST /vkyc');
		const { json } = await run(byUserId, continued);
		expect(json).toMatchObject([{ error: { http_status: 302, outcome: 'answered' } }]);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('is sent once where Cashfree does not know the keys (HTTP 401)', async () => {
		cashfree.answerNext('authentication_failed', { times: 9 });
		const { error } = await run(byUserId, once);
		expect(error?.message).toMatch(/^Cashfree does not know this pair/);
		expect(operations()).toEqual(['POST /vkyc']);
	});
});

describe('POST /user', () => {
	it.each(before)('lost by %s is sent again after two look-ups', async (kind) => {
		strike(kind, 'POST /user');
		const { json } = await run(createUser);
		expect(json).toMatchObject([{ user_id: 'lead-2' }]);
		expect(operations()).toEqual(['POST /user', 'GET /user', 'GET /user', 'POST /user']);
		expect(cashfree.users.size).toBe(2);
	});

	it.each(after)(
		'taken, but with an answer lost by %s, is looked up and not sent again',
		async (kind) => {
			strike(kind, 'POST /user');
			const { json } = await run(createUser);
			expect(json).toMatchObject([{ user_id: 'lead-2' }]);
			expect(operations()).toEqual(['POST /user', 'GET /user']);
			expect(cashfree.users.size).toBe(2);
		},
	);

	it.each([...before, ...after])('without an ID is never repeated after %s', async (kind) => {
		strike(kind, 'POST /user');
		const { json } = await run({ ...createUser, newUserId: '' }, continued);
		expect(json).toMatchObject([
			{ error: { outcome: 'unknown', description: expect.stringMatching(/cannot be looked up/) } },
		]);
		expect(operations()).toEqual(['POST /user']);
	});

	it('without an ID is sent again where nobody listened', async () => {
		cashfree.refuse(20);
		const { json } = await run({ ...createUser, newUserId: '' });
		expect(json).toMatchObject([{ phone: lead.phone }]);
		expect(cashfree.users.size).toBe(2);
	});

	it('and POST /vkyc recover in the same item', async () => {
		strike('take-then-cut', 'POST /user');
		strike('hang', 'POST /vkyc');
		const { json } = await run(byPhone, { items: [{ id: 'kyc-3', phone: lead.phone }] });
		expect(json).toMatchObject([{ verification_id: 'kyc-3', user: { user_id: 'kyc-3' } }]);
		expect(notified()).toEqual(['sms', 'whatsapp']);
	});
});

describe('GET /vkyc', () => {
	beforeEach(async () => {
		await run(byUserId, once);
		cashfree.requests.length = 0;
	});

	it.each([...before, ...after])('is repeated after %s', async (kind) => {
		strike(kind, 'GET /vkyc');
		const { json } = await run(getStatus);
		expect(json).toMatchObject([{ verification_id: lead.id }]);
		expect(operations()).toEqual(['GET /vkyc', 'GET /vkyc']);
	});

	it('gives up after three tries where Cashfree answers nothing else either', async () => {
		strike('take-then-500', 'GET /vkyc', 9);
		const { json } = await run(getStatus, continued);
		expect(json).toMatchObject([
			{
				error: {
					http_status: 500,
					outcome: 'unknown',
					description: expect.stringMatching(/^Nothing was created/),
				},
			},
		]);
		expect(operations()).toEqual(['GET /vkyc', 'GET /vkyc', 'GET /vkyc']);
	});
});

it('gives up an answer that trickles in for longer than its time', async () => {
	const server = await startTricklingServer(10);
	const { json } = await run(getStatus, { ...continued, credential: { baseUrl: server.url } });
	expect(json).toMatchObject([{ error: { message: 'Cashfree did not answer in time [item 0]' } }]);
	await server.close();
});
