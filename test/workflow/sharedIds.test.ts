import { hasten } from '../support/hasten';
import { aadhaar, byPhone, byUserId, useCashfree } from '../support/vkyc';

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
		expect(hints('Cashfree VKYC')[0]?.message).toMatch(
			/^24 items have the same ID as an earlier item/,
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
					field: 'User ID',
					outcome: 'not_sent',
					message:
						"This item has the same 'Verification ID' 'kyc-1' as an earlier item, but another 'User ID' [item 1]",
				},
			},
		]);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('share one request where they differ in the order of nested keys only', async () => {
		const answer = { ...aadhaar, split_address: { ...aadhaar.split_address } };
		const turned = Object.fromEntries(Object.entries(answer).reverse());
		const items = [
			{ ...lead, aadhaar: answer },
			{ ...lead, aadhaar: turned },
		];
		cashfree.set({ extraFields: true });
		const json = { aadhaarDetails: 'json', aadhaarJson: '={{ $json.aadhaar }}' };
		const options = { additionalBodyFields: '={{ { crm: $json.aadhaar } }}' };
		const result = await run({ ...byUserId, ...json, options }, { items });
		expect(result.json).toHaveLength(2);
		expect(operations()).toEqual(['POST /vkyc']);
	});

	it('do not share one where only one of them takes what exists', async () => {
		const options = { ifExists: '={{ $json.ifExists }}' };
		const items = ['return', 'refuse'].map((ifExists) => ({ ...lead, ifExists }));
		const { json } = await run({ ...byUserId, options }, { items, onError });
		expect(json).toMatchObject([
			{ verification_id: lead.id },
			{ error: { code: 'same_id_in_run', field: 'If Verification Exists', outcome: 'not_sent' } },
		]);
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

describe('items that ask for different things under one ID', () => {
	const parameters = {
		...byPhone,
		newUserId: '={{ $json.user }}',
		userDetails: { email: '={{ $json.email }}' },
		options: { additionalBodyFields: '={{ $json.more ?? {} }}', maxConcurrentItems: 1 },
	};
	const before = [1, 2, 3].map((number) => ({
		id: `kyc-a${number}`,
		user: `lead-a${number}`,
		phone: `998877665${number}`,
	}));
	const asha = { id: 'kyc-1', user: 'lead-9', phone: '9000000001', email: 'Asha@Example.com' };

	it.each([
		['email', { id: 'kyc-2', email: 'asha@example.com' }, 'User ID', 'Email'],
		['phone number', { id: 'kyc-2', phone: '9000000002' }, 'User ID', 'Phone Number'],
		['user', { user: 'lead-8' }, 'Verification ID', 'User ID'],
		['body field', { more: { branch: 7 } }, 'Verification ID', 'Additional Body Fields'],
	])('(another %s) stop a run before anything is sent', async (_, changes, id, field) => {
		cashfree.set({ extraFields: true });
		const items = [...before, asha, { ...asha, ...changes }];
		const { error } = await run(parameters, { items });
		const value = id === 'User ID' ? 'lead-9' : 'kyc-1';
		expect(error?.message).toBe(
			`This item has the same '${id}' '${value}' as an earlier item, but another '${field}' [item 4]`,
		);
		expect(error?.context).toMatchObject({ itemIndex: 4, data: { field, outcome: 'not_sent' } });
		expect(operations()).toEqual([]);
	});

	it('cost only the later one its place where the node continues', async () => {
		const later = { ...asha, id: 'kyc-2', email: 'asha@example.com' };
		const last = { ...asha, id: 'kyc-3' };
		const { json } = await run(parameters, { items: [asha, later, last], onError });
		expect(json).toMatchObject([
			{ verification_id: 'kyc-1' },
			{ error: { code: 'same_id_in_run', field: 'Email', outcome: 'not_sent' } },
			{ verification_id: 'kyc-3' },
		]);
		expect([...cashfree.verifications.keys()]).toEqual(['kyc-1', 'kyc-3']);
	});

	it('are named by the verification ID where that is the user ID, too', async () => {
		const items = [asha, { ...asha, phone: '9000000002' }];
		const { error } = await run({ ...parameters, newUserId: '' }, { items });
		expect(error?.message).toBe(
			"This item has the same 'Verification ID' 'kyc-1' as an earlier item, but another 'Phone Number' [item 1]",
		);
	});

	it('do not stand in the way of each other where the first one is refused itself', async () => {
		const refused = { ...asha, more: { user_id: 'lead-1' } };
		const { json } = await run(parameters, {
			items: [refused, { ...asha, phone: '9000000002' }],
			onError,
		});
		expect(json).toMatchObject([
			{ error: { field: 'Additional Body Fields' } },
			{ verification_id: 'kyc-1' },
		]);
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
		// said once
		expect(hints('Cashfree VKYC').map(({ message }) => message)).toEqual([
			'One verification existed already (status RECEIVED); nothing was sent for it',
			expect.stringMatching(/^The first link in the output expires on/),
		]);
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
