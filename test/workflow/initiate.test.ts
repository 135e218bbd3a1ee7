import { byPhone, byReference, byUserId, useCashfree } from '../support/vkyc';

const { cashfree, run, bodies, operations, createUsers } = useCashfree();

describe('a user who exists', () => {
	it('is named by user ID', async () => {
		await createUsers('lead-1');
		const { json } = await run(byUserId, { items: [{ id: 'kyc-1', user: 'lead-1' }] });

		expect(bodies()).toEqual([
			{
				verification_id: 'kyc-1',
				user_template: 'vkyc_user_template_v1',
				agent_template: 'vkyc_agent_template_v2',
				user_id: 'lead-1',
				notification_types: ['sms', 'whatsapp'],
			},
		]);
		expect(operations()).toEqual(['POST /vkyc']);
		expect(cashfree.requests[0]?.signed).toBe(true);
		expect(json).toEqual([
			{
				verification_id: 'kyc-1',
				reference_id: expect.any(Number),
				user_reference_id: cashfree.users.get('lead-1')?.user_reference_id,
				status: 'RECEIVED',
				sub_status: 'LINK_GENERATED',
				created: true,
				outcome: 'pending',
				vkyc_link: cashfree.verifications.get('kyc-1')?.vkyc_link,
				user_id: 'lead-1',
				link_expiry: expect.stringMatching(/^\d{4}-\d\d-\d\dT00:00:00.000Z$/),
				auditor_remarks: null,
				agent_remarks: null,
			},
		]);
	});

	it.each(['text', 'number'])(
		'is named by user reference ID, given as %s and sent as integer',
		async (form) => {
			const [{ user_reference_id: number } = {}] = await createUsers('lead-1');
			const reference = form === 'text' ? ` ${String(number)} ` : number;
			const { json } = await run(byReference, { items: [{ id: 'kyc-1', reference }] });

			expect(bodies()).toEqual([
				{
					verification_id: 'kyc-1',
					user_template: 'vkyc_user_template_v1',
					agent_template: 'vkyc_agent_template_v2',
					user_reference_id: number,
					notification_types: ['sms', 'whatsapp'],
				},
			]);
			expect(json[0]?.user_id).toBe('lead-1');
		},
	);

	it('is taken at its word where Cashfree answers with the user reference ID as text', async () => {
		cashfree.set({ userReferenceIdAs: 'string' });
		const [{ user_reference_id: number } = {}] = await createUsers('lead-1');
		const items = [{ id: 'kyc-1', reference: number }];
		const { json } = await run(byReference, { items });
		expect(json[0]?.user_reference_id).toBe(String(number));
	});
});

describe('a user known by phone number', () => {
	const items = [{ id: 'kyc-1', phone: '+91 99887-76655' }];

	it('is created first, with all that is told about them, and then initiated', async () => {
		const { json } = await run(
			{
				...byPhone,
				newUserId: 'lead-1',
				userDetails: { name: 'Asha Rao', email: 'asha@example.com', address: '12 MG Road' },
			},
			{ items },
		);
		const details = { name: 'Asha Rao', email: 'asha@example.com', address: '12 MG Road' };
		expect(operations()).toEqual(['POST /user', 'POST /vkyc']);
		expect(bodies('POST /user')).toEqual([{ phone: '9988776655', user_id: 'lead-1', ...details }]);
		expect(bodies()).toEqual([expect.objectContaining({ user_id: 'lead-1' })]);
		expect(json[0]).toMatchObject({
			verification_id: 'kyc-1',
			user: { ...details, user_id: 'lead-1', phone: '9988776655' },
		});
		expect(json[0]?.user).toEqual(cashfree.users.get('lead-1'));
	});

	it.each([undefined, '', '  ', '={{ null }}'])(
		'gets the verification ID as user ID where %j is given',
		async (newUserId) => {
			await run({ ...byPhone, ...(newUserId !== undefined && { newUserId }) }, { items });
			expect(bodies('POST /user')).toEqual([{ phone: '9988776655', user_id: 'kyc-1' }]);
			expect(bodies()).toEqual([expect.objectContaining({ user_id: 'kyc-1' })]);
		},
	);

	it('is fetched where the user ID exists with this number, and sent no second link', async () => {
		const first = await run(byPhone, { items });
		cashfree.requests.length = 0;
		const second = await run(byPhone, { items });

		expect(second.json).toEqual([expect.objectContaining({ vkyc_link: first.json[0]?.vkyc_link })]);
		expect(second.json[0]?.user).toEqual(first.json[0]?.user);
		expect(operations()).toEqual(['POST /user', 'GET /user', 'POST /vkyc', 'GET /vkyc']);
		expect(cashfree.users.size).toBe(1);
		expect(cashfree.notifications).toHaveLength(2);
	});
});
