import { byPhone, byUserId, useCashfree } from '../support/vkyc';

const { run, bodies, operations, createUsers } = useCashfree();

const person = { id: 'kyc-1', user: 'lead-1', phone: '9988776655' };

describe('an expression for the whole of a collection', () => {
	it.each([
		['={{ $json.questions }}', 'a list'],
		['={{ ({ question: $json.questions }) }}', 'the collection as n8n keeps it'],
	])('gives the security questions: %s, %s', async (securityQuestions) => {
		await createUsers('lead-1');
		const questions = [
			{ question: 'Pet?', answer: 'Oreo' },
			{ question: 'Salary?', answer: 1000000 },
		];
		await run({ ...byUserId, securityQuestions }, { items: [{ ...person, questions }] });
		expect(bodies()[0]?.security_questions).toEqual([
			{ order: 1, question: 'Pet?', answer: 'Oreo' },
			{ order: 2, question: 'Salary?', answer: '1000000' },
		]);
	});

	it('gives the list in the security questions', async () => {
		await createUsers('lead-1');
		const question = [{ question: 'Pet?', answer: 'Oreo' }];
		const securityQuestions = { question: '={{ $json.question }}' };
		await run({ ...byUserId, securityQuestions }, { items: [{ ...person, question }] });
		expect(bodies()[0]?.security_questions).toEqual([{ order: 1, ...question[0] }]);
	});

	it.each([
		['User Details', byPhone],
		['Additional Fields', { resource: 'user', operation: 'create', phone: '={{ $json.phone }}' }],
	])('gives the %s', async (_label, parameters) => {
		const details = { name: 'Asha Rao', address: '12 MG Road' };
		const userDetails = '={{ $json.details }}';
		await run({ ...parameters, userDetails }, { items: [{ ...person, details }] });
		expect(bodies('POST /user')[0]).toMatchObject(details);
	});

	it('gives the options, of each item its own', async () => {
		await createUsers('lead-1');
		const items = [
			{ ...person, id: 'kyc-1', options: { maskPersonalData: true } },
			{ ...person, id: 'kyc-2', options: {} },
		];
		const parameters = { ...byPhone, options: '={{ $json.options }}' };
		const { json } = await run(parameters, { items });
		expect(json[0]).toMatchObject({ user: { phone: '********55' } });
		expect(json[1]).toMatchObject({ user: { phone: '9988776655' } });
	});

	it.each([
		['securityQuestions', 'Security Questions', "'Pet?'"],
		['securityQuestions', 'Security Questions', "['Pet?']"],
		['securityQuestions', 'Security Questions', '({ list: [] })'],
		['userDetails', 'User Details', "'Asha Rao'"],
		['options', 'Options', "'masked'"],
		['options', 'Options', '[{ maskPersonalData: true }]'],
		['options', 'Options', 'true'],
		['options', 'Options', '$json.missing'],
		['options', 'Options', 'null'],
		['options', 'Options', "' '"],
		['options', 'Options', '[]'],
	])('is refused where %s (%s) are %s', async (parameter, label, value) => {
		const parameters = { ...byPhone, [parameter]: `={{ ${value} }}` };
		const { error } = await run(parameters, { items: [person] });
		expect(error?.message).toMatch(`'${label}' is not a `);
		expect(error?.context).toMatchObject({ data: { field: label, outcome: 'not_sent' } });
		expect(operations()).toEqual([]);
	});

	it.each(['output', 'outputFields'])('is refused where the options hold %s', async (field) => {
		const parameters = { ...byPhone, options: `={{ ({ ${field}: 'status' }) }}` };
		const { error } = await run(parameters, { items: [person] });
		expect(error?.message).toBe(`'Options' contains '${field}', which is no option [item 0]`);
		expect(operations()).toEqual([]);
	});

	it.each(['securityQuestions', 'userDetails'])('may give no %s', async (parameter) => {
		const parameters = { ...byPhone, [parameter]: '={{ $json.missing }}' };
		const { error } = await run(parameters, { items: [person] });
		expect(error).toBeUndefined();
	});
});

it('a collection with fields of its own is read as before', async () => {
	const parameters = {
		...byPhone,
		securityQuestions: { question: [{ question: 'Pet?', answer: '={{ $json.id }}' }] },
		userDetails: { name: '={{ $json.id }}' },
		options: { maskPersonalData: '={{ true }}' },
	};
	const { json } = await run(parameters, { items: [person] });
	expect(bodies()[0]?.security_questions).toEqual([
		{ order: 1, question: 'Pet?', answer: 'kyc-1' },
	]);
	expect(bodies('POST /user')[0]?.name).toBe('kyc-1');
	expect(json[0]).toMatchObject({ user: { phone: '********55' } });
});
