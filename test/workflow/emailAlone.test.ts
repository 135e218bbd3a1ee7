import { byPhone, byUserId, useCashfree } from '../support/vkyc';

const { run, operations, createUsers } = useCashfree();
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
