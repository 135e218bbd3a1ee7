import { byUserId, useCashfree } from '../support/vkyc';

const { cashfree, run, bodies, operations, createUsers } = useCashfree();

const items = [{ id: 'kyc-1', user: 'lead-1', agent: 'agents_v1', answer: 'Oreo' }];

beforeEach(async () => void (await createUsers('lead-1')));

describe('templates', () => {
	it.each(['', '  ', '={{ null }}', '={{ $json.missing }}'])(
		'are left to Cashfree where %j is given',
		async (blank) => {
			await run({ ...byUserId, userTemplate: blank, agentTemplate: blank }, { items });
			expect(Object.keys(bodies()[0]!)).toEqual([
				'verification_id',
				'user_id',
				'notification_types',
			]);
		},
	);

	it('are sent by their names', async () => {
		const templates = { userTemplate: ' loans_v3 ', agentTemplate: '={{ $json.agent }}' };
		await run({ ...byUserId, ...templates }, { items });
		expect(bodies()).toEqual([
			expect.objectContaining({ user_template: 'loans_v3', agent_template: 'agents_v1' }),
		]);
	});
});

describe('notification types', () => {
	it.each([
		[[], []],
		[['email'], ['email']],
		[
			['whatsapp', 'sms', 'email'],
			['whatsapp', 'sms', 'email'],
		],
		['={{ ["SMS", " Email ", "sms"] }}', ['sms', 'email']],
		['={{ "SMS, WhatsApp" }}', ['sms', 'whatsapp']],
		['={{ null }}', []],
	])('%j is sent as %j', async (notificationTypes, sent) => {
		await run({ ...byUserId, notificationTypes }, { items });
		expect(bodies()).toEqual([expect.objectContaining({ notification_types: sent })]);
		expect(cashfree.notifications.map(({ channel }) => channel)).toEqual(sent);
	});
});

describe('security questions', () => {
	it('are numbered by their position', async () => {
		const question = [
			{ question: "What is your father's name?", answer: ' John Snow ' },
			{ question: 'What is your first pet called?', answer: '={{ $json.answer }}' },
			{ question: 'What is your salary?', answer: 1000000 },
		];
		const { json } = await run({ ...byUserId, securityQuestions: { question } }, { items });
		const sent = [
			{ order: 1, question: "What is your father's name?", answer: 'John Snow' },
			{ order: 2, question: 'What is your first pet called?', answer: 'Oreo' },
			{ order: 3, question: 'What is your salary?', answer: '1000000' },
		];
		expect(bodies()).toEqual([expect.objectContaining({ security_questions: sent })]);
		expect(json).toEqual([expect.objectContaining({ security_questions: sent })]);
	});

	it.each([{}, { question: [] }])('are left out where %j is given', async (securityQuestions) => {
		await run({ ...byUserId, securityQuestions }, { items });
		expect(bodies()).toHaveLength(1);
		expect(bodies()[0]).not.toHaveProperty('security_questions');
	});
});

describe('additional body fields', () => {
	const further = (additionalBodyFields: unknown, changes = {}) => ({
		...byUserId,
		...changes,
		options: { additionalBodyFields },
	});

	it.each([
		['text', '{ "campaign": "diwali", "metadata": { "branch": 7 } }'],
		['an expression in a text', '={ "campaign": "{{ "diwali" }}", "metadata": { "branch": 7 } }'],
		['an object', '={{ ({ campaign: "diwali", metadata: { branch: 7 } }) }}'],
	])('are added to the body from %s', async (_form, fields) => {
		cashfree.set({ extraFields: true });
		const { json } = await run(further(fields), { items });
		expect(bodies()[0]).toMatchObject({ campaign: 'diwali', metadata: { branch: 7 } });
		expect(bodies()[0]).toMatchObject({ verification_id: 'kyc-1', user_id: 'lead-1' });
		expect(json[0]?.status).toBe('RECEIVED');
	});

	it('may hold security questions, as many as the item has', async () => {
		const security_questions = [{ order: 1, question: 'Pet?', answer: 'Oreo' }];
		const item = { ...items[0], security_questions };
		const fields = '={{ ({ security_questions: $json.security_questions }) }}';
		const { json } = await run(further(fields), { items: [item] });
		expect(bodies()[0]).toMatchObject({ security_questions });
		expect(json[0]).toMatchObject({ security_questions });
	});

	it('may set what the fields of the node leave out', async () => {
		const cleared = { userTemplate: '', notificationTypes: [] };
		const fields = '{ "user_template": "from_json", "notification_types": ["sms"] }';
		await run(further(fields, cleared), { items });
		expect(bodies()[0]).toMatchObject({
			user_template: 'from_json',
			notification_types: ['sms'],
		});
	});

	it.each([
		['verification_id', '{ "verification_id": "other" }'],
		['user_template', '{ "user_template": "other" }'],
		['notification_types', '{ "notification_types": ["email"] }'],
		['user_id', '{ "user_id": "lead-2" }'],
		['user_reference_id', '{ "user_reference_id": 11001 }'],
	])('are refused where they hold %s, which the node has set', async (key, fields) => {
		const { error } = await run(further(fields), { items });
		expect(error?.message).toMatch(/^'Additional Body Fields' .* \[item 0\]$/);
		expect(error?.message).toContain(`'${key}'`);
		expect(operations()).toEqual([]);
	});

	it.each(['{ "campaign": ', '[1]', '"text"', '={{ 7 }}', '={{ [1] }}'])(
		'are refused where %j is given',
		async (fields) => {
			const { error } = await run(further(fields), { items });
			expect(error?.message).toMatch(/^'Additional Body Fields' is not .*JSON.* \[item 0\]$/);
			expect(operations()).toEqual([]);
		},
	);
});
