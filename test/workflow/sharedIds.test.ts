import { hasten } from '../support/hasten';
import { byPhone, byUserId, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, run, operations, createUsers } = useCashfree();

const onError = 'continueRegularOutput';
const lead = { id: 'kyc-1', user: 'lead-1', phone: '9988776655' };
const other = { ...lead, user: 'lead-2' };

beforeEach(async () => void (await createUsers('lead-1', 'lead-2')));

describe('items with the same verification ID', () => {
	it('share one request, however many are under way', async () => {
		cashfree.faults.queue('slow', { on: 'POST /vkyc', ms: 50 });
		const items = Array.from({ length: 25 }, () => lead);
		const { json, hints } = await run(byUserId, { items });
		expect(json).toHaveLength(25);
		expect(new Set(json.map(({ vkyc_link: link }) => link)).size).toBe(1);
		expect(operations()).toEqual(['POST /vkyc']);
		expect(cashfree.notifications).toHaveLength(2);
		expect(hints('Cashfree VKYC')[0].message).toMatch(
			/^24 items have the same ID as an earlier one/,
		);
	});

	it('share what a look-up found', async () => {
		cashfree.faults.queue('take-then-cut', { on: 'POST /vkyc' });
		const { json } = await run(byUserId, { items: [lead, lead] });
		expect(json).toMatchObject([{ verification_id: lead.id }, { verification_id: lead.id }]);
		expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc']);
	});

	it('do not get another user’s link: the second one is told which field differs', async () => {
		const { json } = await run(byUserId, { items: [lead, other], onError });
		expect(json).toMatchObject([
			{ user_id: 'lead-1' },
			{
				error: {
					code: 'same_id_in_run',
					field: 'user_id',
					outcome: 'not sent',
					message: "This item has the same ID as item 0, but another 'user_id' [item 1]",
				},
			},
		]);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('and different people are never mixed up, when the ID is a constant by mistake', async () => {
		const items = Array.from({ length: 9 }, (_, index) => ({ phone: `99887766${index}0` }));
		const constant = { ...byPhone, verificationId: 'kyc', newUserId: '={{ $json.phone }}' };
		const { json } = await run(constant, { items, onError });
		const links = json.filter(({ vkyc_link: link }) => link);
		expect(links).toHaveLength(1);
		expect(json.filter(({ error }) => error)).toHaveLength(8);
		expect(cashfree.notifications).toHaveLength(2);
	});
});

describe('a verification that exists', () => {
	beforeEach(async () => {
		await run(byUserId, { items: [lead] });
		cashfree.requests.length = 0;
	});

	it('is returned to its user, and nobody is told again', async () => {
		const { json, hints } = await run(byUserId, { items: [lead] });
		expect(json).toMatchObject([{ verification_id: lead.id, user_id: 'lead-1' }]);
		expect(operations()).toEqual(['POST /vkyc', 'GET /vkyc']);
		expect(cashfree.notifications).toHaveLength(2);
		expect(hints('Cashfree VKYC')[0].message).toMatch(
			/existed already; nothing was created twice$/,
		);
	});

	it('is refused where the option says so, also after a try that was not sent', async () => {
		cashfree.refuse(20);
		const refuse = { ...byUserId, options: { ifExists: 'refuse' } };
		const { json } = await run(refuse, { items: [lead], onError });
		expect(json).toMatchObject([{ error: { code: 'verification_id_already_exists' } }]);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it.each(['conflict', 'existing'] as const)(
		'is never returned for another user (%s)',
		async (duplicateVerification) => {
			cashfree.set({ duplicateVerification });
			const { json } = await run(byUserId, { items: [other], onError });
			expect(json).toMatchObject([{ error: { code: 'belongs_to_another_user' } }]);
			expect(JSON.stringify(json)).not.toContain('forms.cashfree.example');
		},
	);

	it('is never returned for another user after a lost answer either', async () => {
		cashfree.faults.queue('hang', { on: 'POST /vkyc' });
		const { json } = await run(
			{ ...byUserId, options: { timeout: 6 } },
			{ items: [other], onError },
		);
		expect(json).toMatchObject([{ error: { code: 'belongs_to_another_user' } }]);
	});
});

it('a user that exists with another phone number gets no link', async () => {
	const items = [{ ...lead, phone: '9000000001' }];
	const { json } = await run({ ...byPhone, newUserId: 'lead-1' }, { items, onError });
	expect(json).toMatchObject([
		{
			error: {
				code: 'belongs_to_another_user',
				message: expect.stringContaining('another phone number'),
			},
		},
	]);
	expect(operations()).toEqual(['POST /user', 'GET /user']);
});
