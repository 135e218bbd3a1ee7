import { useCashfree } from '../support/vkyc';

const { cashfree, run, bodies, operations } = useCashfree();

const createSdkToken = {
	resource: 'videoKyc',
	operation: 'createSdkToken',
	appId: 'lending-app',
	referenceId: '={{ $json.reference_id }}',
	identifierValue: '={{ $json.user_id }}',
};
const items = [{ reference_id: 249749, user_id: 'lead-1' }];
const documented = {
	app_id: 'lending-app',
	product: 'VKYC',
	metadata: { vkyc_request_id: '249749' },
	authenticated_user: { identifier_type: 'userId', identifier_value: 'lead-1' },
};
const refusal = { status: 400, type: 'validation_error', code: 'identifier_value_invalid' };

describe('Create SDK Token', () => {
	it('sends the documented body, and puts out the answer as it came', async () => {
		const result = await run(createSdkToken, { items });
		expect(operations()).toEqual(['POST /oauth/token']);
		expect(bodies('POST /oauth/token')).toEqual([documented]);
		expect(result.json).toEqual([
			{
				access_token: expect.any(String),
				expiry: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+05:30$/),
			},
		]);
		expect(result.items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('identifies the user by phone number, too', async () => {
		const parameters = { ...createSdkToken, identifierType: 'mobile', identifierValue: 9988776655 };
		await run(parameters, { items });
		expect(bodies('POST /oauth/token')[0]?.authenticated_user).toEqual({
			identifier_type: 'mobile',
			identifier_value: '9988776655',
		});
	});

	it('makes a token of its own for each item', async () => {
		const { json } = await run(createSdkToken, { items: [...items, ...items] });
		expect(operations()).toEqual(['POST /oauth/token', 'POST /oauth/token']);
		expect(json[0]?.access_token).not.toBe(json[1]?.access_token);
	});

	it.each([
		['appId', 'App ID'],
		['referenceId', 'Reference ID'],
		['identifierType', 'Identifier Type'],
		['identifierValue', 'Identifier Value'],
	])('refuses a blank %s', async (parameter, label) => {
		const { error } = await run({ ...createSdkToken, [parameter]: '={{ "  " }}' }, { items });
		expect(error?.message).toBe(`'${label}' is empty [item 0]`);
		expect(operations()).toEqual([]);
	});

	it.each(['249749a', '0', '-7', '1.5', '1e3', 'loan-2041-kyc', '9'.repeat(20)])(
		'refuses the reference ID %j, which Cashfree never gave out',
		async (referenceId) => {
			const { error } = await run({ ...createSdkToken, referenceId }, { items });
			expect(error?.message).toBe("'Reference ID' is not a reference ID [item 0]");
			expect(operations()).toEqual([]);
		},
	);

	it.each(['email', 'userid', 'user_id', 'Mobile', 'toString'])(
		'refuses the identifier type %j of an expression, which is not in the list',
		async (type) => {
			const identifierType = `={{ ${JSON.stringify(type)} }}`;
			const { error } = await run({ ...createSdkToken, identifierType }, { items });
			expect(error?.message).toBe("'Identifier Type' has an unknown value [item 0]");
			expect(error?.description).toBe('Use one of: userId, mobile.');
			expect(operations()).toEqual([]);
		},
	);

	it('does not show the user to whom it is refused', async () => {
		cashfree.answerNext({ ...refusal, message: 'No user 9988776655 in app lending-app' });
		const { error } = await run(createSdkToken, { items: [{ ...items[0], user_id: 9988776655 }] });
		expect(error?.description).toContain('No user [hidden] in app lending-app');
		expect(JSON.stringify(error)).not.toContain('9988776655');
	});
});
