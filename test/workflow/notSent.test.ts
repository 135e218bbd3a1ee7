import { byPhone, useCashfree } from '../support/vkyc';

const { run, operations } = useCashfree();

const items = Array.from({ length: 3 }, (_, number) => ({
	id: `kyc-${number}`,
	phone: `998877665${number}`,
	name: 'Zoravar Testperson',
	lost: number === 1,
}));
const onError = 'continueRegularOutput';

/** An expression that n8n cannot resolve for the item that is `lost`. */
const throwing = (otherwise: string) =>
	`={{ $json.lost ? $('Nowhere').item.json.x : ${otherwise} }}`;

const sent = { verification_id: expect.stringMatching(/^kyc-[02]$/) };

/** Fields and options with such an expression, and the name that each has on the screen. */
const fields: Array<[string, object, string]> = [
	['a field', { verificationId: throwing('$json.id') }, 'Verification ID'],
	['a field for one way of naming the user', { phone: throwing('$json.phone') }, 'Phone Number'],
	['a list', { notificationTypes: throwing('["sms"]') }, 'Notification Types'],
	['a field of a collection', { userDetails: { name: throwing('$json.name') } }, 'Name'],
	[
		'the second of several entries',
		{
			securityQuestions: {
				question: [
					{ question: 'Town?', answer: 'Pune' },
					{ question: 'Pet?', answer: throwing('"Oreo"') },
				],
			},
		},
		'Answer 2',
	],
	[
		'an option of the item',
		{ options: { ifExists: throwing('"return"') } },
		'If Verification Exists',
	],
	[
		'an option of the run',
		{ options: { maxConcurrentItems: throwing('1') } },
		'Max Concurrent Items',
	],
	[
		'an option of the output',
		{ options: { maskPersonalData: throwing('false') } },
		'Mask Personal Data',
	],
];

describe.each(fields)('where n8n cannot resolve %s for one item', (_, changes, field) => {
	const parameters = { ...byPhone, ...changes };

	it('that item fails as not sent, by the name on the screen, and the others are sent', async () => {
		const { json } = await run(parameters, { items, onError });
		expect(json).toMatchObject([
			sent,
			{
				error: {
					message: `'${field}' has an expression that n8n cannot resolve for this item [item 1]`,
					description: expect.stringMatching(/^[A-Z].*\.$/),
					code: 'invalid_field',
					field,
					outcome: 'not_sent',
				},
			},
			sent,
		]);
	});

	it('a run that stops has sent nothing', async () => {
		const { error } = await run(parameters, { items });
		expect(error).toMatchObject({
			message: expect.stringContaining(`'${field}'`),
			context: { itemIndex: 1, data: { outcome: 'not_sent' } },
		});
		expect(operations()).toEqual([]);
	});
});

it.each([
	['Timeout (Seconds)', 'timeout', 0, 'is out of range'],
	['Max Concurrent Items', 'maxConcurrentItems', 'many', 'is not a number'],
	['Max Rate-Limit Retries', 'maxRateLimitRetries', -1, 'is out of range'],
	['Max Rate-Limit Wait (Minutes)', 'maxRateLimitWait', 'soon', 'is not a number'],
])("a bad '%s' of the first item fails that item only", async (field, option, bad, what) => {
	const value = `={{ $itemIndex === 0 ? ${JSON.stringify(bad)} : undefined ?? 5 }}`;
	const { json } = await run({ ...byPhone, options: { [option]: value } }, { items, onError });
	const error = { field, outcome: 'not_sent', message: `'${field}' ${what} [item 0]` };
	expect(json).toMatchObject([{ error }, { status: 'RECEIVED' }, { status: 'RECEIVED' }]);
});

it('says nothing of the item in the words for an expression that fails on its value', async () => {
	const parameters = { ...byPhone, verificationId: '={{ $json.name.toDateTime().toISO() }}' };
	const { error } = await run(parameters, { items });
	expect(error?.context?.data).toMatchObject({ field: 'Verification ID', outcome: 'not_sent' });
	expect(JSON.stringify([error, error?.message, error?.description])).not.toMatch(/Zoravar/i);
});

it('tells what n8n says where that is about the workflow and not about the item', async () => {
	const parameters = { ...byPhone, verificationId: "={{ $('Nowhere').item.json.id }}" };
	const { error } = await run(parameters, { items });
	expect(error?.description).toMatch(/n8n's words: ".*node.*"/i);
});

it('sends nothing where an expression stands for the operation, which may be another for each item', async () => {
	const operation = "={{ $itemIndex === 0 ? 'initiate' : 'getStatus' }}";
	const { json } = await run({ ...byPhone, operation }, { items, onError });
	const error = { code: 'invalid_field', field: 'Operation', outcome: 'not_sent' };
	expect(json).toMatchObject([{ error }, { error }, { error }]);
	expect(operations()).toEqual([]);
});
