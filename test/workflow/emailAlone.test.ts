import { byPhone, byUserId, useCashfree } from '../support/vkyc';

const { cashfree, run, operations, createUsers } = useCashfree();
const items = [{ id: 'kyc-5', user: 'lead-5', phone: '9988776605' }];
const onError = 'continueRegularOutput';
const hint =
	'Email is the only channel: a user without an email address at Cashfree gets no message';

it.each<[string, object]>([
	['in its field', { notificationTypes: ['email'] }],
	[
		'in the additional body fields',
		{
			notificationTypes: [],
			options: { additionalBodyFields: '{"notification_types":["email"]}' },
		},
	],
])('email alone, chosen %s, is refused for a new user without an address', async (_, chosen) => {
	const { json } = await run({ ...byPhone, ...chosen }, { items, onError });
	expect(json).toMatchObject([
		{
			error: {
				field: 'Notification Types',
				description: "Add 'Email' to 'User Details', or choose SMS or WhatsApp, too.",
			},
		},
	]);
	expect(operations()).toEqual([]);
});

it.each<[string, object]>([
	['beside another channel', { notificationTypes: ['email', 'sms'] }],
	['with an address', { notificationTypes: ['email'], userDetails: { email: 'a@example.com' } }],
])('email %s is sent, without a hint', async (_, chosen) => {
	const { json, hints } = await run({ ...byPhone, ...chosen }, { items, onError });
	expect(json).toMatchObject([{ verification_id: 'kyc-5' }]);
	expect(hints('Cashfree VKYC').map(({ message }) => message)).not.toContain(hint);
});

it('email alone is sent for a user who exists, with one hint for all items', async () => {
	await createUsers('lead-5');
	const more = [...items, { ...items[0]!, id: 'kyc-6' }];
	const { json, hints } = await run({ ...byUserId, notificationTypes: ['email'] }, { items: more });
	expect(json).toHaveLength(2);
	const messages = hints('Cashfree VKYC').map(({ message }) => message);
	expect(messages.filter((message) => message === hint)).toHaveLength(1);
});

describe('email alone, for a person who exists at Cashfree', () => {
	const parameters = {
		...byPhone,
		newUserId: '={{ $json.user }}',
		notificationTypes: ['email'],
		userDetails: { email: 'asha@example.com' },
	};
	const more = [...items, { ...items[0]!, id: 'kyc-6' }];

	/** Initiates for a user whom Cashfree's answers describe with these changes. */
	async function initiate(changes: object, chosen: object = parameters, gone: string[] = []) {
		await createUsers('lead-5');
		const user = cashfree.users.get('lead-5')!;
		Object.assign(user, { phone: items[0]!.phone }, changes);
		for (const key of gone) delete user[key as keyof typeof user];
		const { json, hints } = await run({ ...parameters, ...chosen }, { items: more, onError });
		return { json, messages: hints('Cashfree VKYC').map(({ message }) => message) };
	}

	it.each([null, '', '  ', 0, false, 'NA', [], {}])(
		'without an email address (%p), sends no link, and says what to do',
		async (email) => {
			const { json } = await initiate({ email });
			expect(json[0]).toMatchObject({
				verification_id: 'kyc-5',
				user_id: 'lead-5',
				error: {
					message:
						"'Notification Types' is email alone, and the user has no email address at Cashfree [item 0]",
					description: expect.stringMatching(
						/link was not sent.*'Update'.*SMS or WhatsApp.*user ID 'lead-5'/,
					),
					code: 'invalid_field',
					outcome: 'not_sent',
					user_id: 'lead-5',
				},
			});
			expect(json[1]).toMatchObject({ error: { outcome: 'not_sent' } });
			expect(operations()).not.toContain('POST /vkyc');
		},
	);

	it('counts an answer with other details, but no email address, as none', async () => {
		const { json } = await initiate({}, {}, ['email']);
		expect(json).toMatchObject([{ error: { outcome: 'not_sent' } }, { error: {} }]);
	});

	it('takes the name of the channel in whatever case', async () => {
		const { json } = await initiate(
			{},
			{
				notificationTypes: [],
				options: { additionalBodyFields: '{"notification_types":["EMAIL"]}' },
			},
		);
		expect(json).toMatchObject([{ error: { outcome: 'not_sent' } }, { error: {} }]);
	});

	it('is sent, with one hint, where the answer tells nothing of the person’s details', async () => {
		const { json, messages } = await initiate({}, {}, ['email', 'name', 'address']);
		expect(json).toMatchObject([{ verification_id: 'kyc-5' }, { verification_id: 'kyc-6' }]);
		expect(messages.filter((message) => message === hint)).toHaveLength(1);
	});

	it.each<[string, object, object]>([
		['with an address there, be it another one', { email: 'other@example.com' }, {}],
		['beside another channel', {}, { notificationTypes: ['email', 'sms'] }],
		['but with no channel', {}, { notificationTypes: [] }],
	])('%s, is sent without a hint', async (_, changes, chosen) => {
		const { json, messages } = await initiate(changes, chosen);
		expect(json).toMatchObject([{ verification_id: 'kyc-5' }, { verification_id: 'kyc-6' }]);
		expect(messages).not.toContain(hint);
	});
});
