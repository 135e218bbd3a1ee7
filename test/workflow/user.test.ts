import { useCashfree } from '../support/vkyc';

const { cashfree, run, bodies, operations } = useCashfree();

const item = { id: 'lead-1', phone: '+91 99887 76655', name: 'Asha Rao' };
const create = { resource: 'user', operation: 'create', phone: '={{ $json.phone }}' };
const createOrGet = { ...create, operation: 'createOrGet', newUserId: '={{ $json.id }}' };
const get = { resource: 'user', operation: 'get' };
const update = { ...get, operation: 'update' };

const stored = () => ({ ...cashfree.users.get('lead-1') });

describe('Create', () => {
	it('sends the phone number alone, where nothing else is given', async () => {
		const { json } = await run(create, { items: [item] });
		expect(bodies('POST /user')).toEqual([{ phone: '9988776655' }]);
		expect(json[0]?.user_id).toMatch(/^cf_user_/);
	});

	it('sends all that is given, and puts out the answer as it came', async () => {
		const userDetails = {
			name: '={{ $json.name }}',
			email: ' asha@example.com ',
			address: '12 MG Road, Bengaluru',
		};
		const parameters = { ...create, newUserId: 'lead-1', userDetails };
		const { json, items } = await run(parameters, { items: [item] });
		expect(bodies('POST /user')).toEqual([
			{
				phone: '9988776655',
				user_id: 'lead-1',
				email: 'asha@example.com',
				name: 'Asha Rao',
				address: '12 MG Road, Bengaluru',
			},
		]);
		expect(json).toEqual([stored()]);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it.each(['9988776655', '09988776655', '919988776655', '0091 99887-76655', '(+91) 99887.76655'])(
		'takes the phone number %s',
		async (phone) => {
			await run(create, { items: [{ phone }] });
			expect(bodies('POST /user')).toEqual([{ phone: '9988776655' }]);
		},
	);

	it('says that a user with the ID exists, and what to do', async () => {
		await run({ ...create, newUserId: 'lead-1' }, { items: [item] });
		const { error } = await run({ ...create, newUserId: 'lead-1' }, { items: [item] });
		expect(error?.message).toBe('A user with this user ID exists already [item 0]');
		expect(error?.description).toContain("'Create or Get'");
		expect(cashfree.users.size).toBe(1);
	});

	it.each(['phone_value_invalid', 'phone_length_short', 'phone_length_exceeded'])(
		'points to the phone number where Cashfree answers %s',
		async (answer) => {
			cashfree.answerNext(answer);
			const { error } = await run(create, { items: [item] });
			expect(error?.message).toBe('Cashfree does not accept this phone number [item 0]');
			expect(error?.description).toContain("'Phone Number'");
		},
	);
});

describe('Create or Get', () => {
	it('creates a user who is new, and fetches the one who is not', async () => {
		const first = await run(createOrGet, { items: [item] });
		const second = await run(createOrGet, { items: [item] });
		expect(operations()).toEqual(['POST /user', 'POST /user', 'GET /user']);
		expect(first.json).toEqual([stored()]);
		expect(second.json).toEqual(first.json);
		expect(cashfree.requests[2]?.query).toEqual({ user_id: 'lead-1' });
	});

	it('does not care how Cashfree says that the user exists', async () => {
		await run(createOrGet, { items: [item] });
		cashfree.answerNext('user_id_already_exists_409', { on: 'POST /user' });
		const { json } = await run(createOrGet, { items: [item] });
		expect(json).toEqual([stored()]);
	});

	it('refuses another phone number under the same user ID', async () => {
		await run(createOrGet, { items: [item] });
		const { error, json } = await run(createOrGet, { items: [{ ...item, phone: '8877665544' }] });
		expect(error?.message).toBe(
			"A user with another phone number has the user ID 'lead-1' already [item 0]",
		);
		expect(error?.description).toContain("'User ID'");
		expect(error?.description).not.toMatch(/\blink|sent\b/);
		expect(JSON.stringify(error)).not.toContain('9988776655');
		expect(json).toEqual([]);
		expect(stored().phone).toBe('9988776655');
	});
});

describe('Get', () => {
	it.each([
		['user ID', { userId: 'lead-1' }, { user_id: 'lead-1' }],
		[
			'user reference ID',
			{ identifyUserBy: 'userReferenceId', userReferenceId: '11000' },
			{ user_reference_id: '11000' },
		],
	])('finds a user by %s', async (_by, parameters, query) => {
		await run(createOrGet, { items: [item] });
		cashfree.requests.length = 0;
		const { json } = await run({ ...get, ...parameters });
		expect(cashfree.requests).toMatchObject([{ operation: 'GET /user', query }]);
		expect(json).toEqual([stored()]);
	});

	it('says that there is no such user', async () => {
		const { error } = await run({ ...get, userId: 'nobody' });
		expect(error?.message).toBe('Cashfree has no user with this user ID [item 0]');
		expect(error).toMatchObject({ httpCode: '404' });
	});
});

describe('Update', () => {
	beforeEach(async () => void (await run(createOrGet, { items: [item] })));

	it.each([
		['user ID', { userId: 'lead-1' }, { user_id: 'lead-1' }],
		[
			'user reference ID',
			{ identifyUserBy: 'userReferenceId', userReferenceId: '11000' },
			{ user_reference_id: 11000 },
		],
	])('changes a user by %s, and only what is given', async (_by, parameters, key) => {
		const userDetails = { email: 'asha@example.com' };
		const { json } = await run({ ...update, ...parameters, userDetails });
		expect(bodies('PATCH /user')).toEqual([{ ...key, email: 'asha@example.com' }]);
		expect(json).toEqual([stored()]);
		expect(stored()).toMatchObject({ phone: '9988776655', email: 'asha@example.com' });
	});

	it.each([{}, { name: '' }, { email: '={{ null }}' }])('refuses %j', async (userDetails) => {
		const { error } = await run({ ...update, userId: 'lead-1', userDetails });
		expect(error?.message).toBe("'Update Fields' contains nothing to change [item 0]");
		expect(bodies('PATCH /user')).toEqual([]);
	});
});
