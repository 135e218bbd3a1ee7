import { answers, documented } from '../../local/cashfree/answers';
import { call, fullBody } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const answerOf = (name: string) => answers[name as keyof typeof answers];

const cashfree = useLocalCashfree();
beforeEach(() => {
	cashfree.set({ extraFields: [] });
});

const valid = { verification_id: 'v-1', user_id: 'nobody' };
const initiate = async (body: unknown = valid) => await call(cashfree, 'POST /vkyc', body);

it('has the 21 error rows of the documentation page', () => {
	const count = (status: number) =>
		Object.values(documented).filter((row) => row.status === status).length;
	expect([400, 401, 403, 404, 422, 429, 500].map(count)).toEqual([12, 1, 2, 2, 1, 2, 1]);
});

it.each(Object.keys(answers))('can be told to answer %s', async (name) => {
	cashfree.answerNext(name, { on: 'POST /vkyc' });
	const { status, data } = await initiate();
	const { type, code, message } = answerOf(name);
	expect([status, data]).toEqual([answerOf(name).status, { type, code, message }]);
	expect(cashfree.requests.at(-1)).toMatchObject({ forced: true, processed: false });
});

it('forces an answer for the calls it is meant for, as often as told', async () => {
	cashfree.answerNext('insufficient_balance', {
		on: 'POST /vkyc',
		times: 2,
		match: { verification_id: 'v-2' },
	});
	const statuses = [];
	for (const id of ['v-1', 'v-2', 'v-2', 'v-2']) {
		statuses.push((await initiate({ ...valid, verification_id: id })).status);
	}
	expect(statuses).toEqual([404, 422, 422, 404]);
});

it('can be told to give an answer that is in no table', async () => {
	const type = 'validation_error';
	cashfree.answerNext({ status: 418, type, code: 'new', message: 'New.', error: { ref_id: 102 } });
	const { status, data } = await initiate();
	expect([status, data]).toEqual([
		418,
		{ type, code: 'new', message: 'New.', error: { ref_id: 102 } },
	]);
});

it('says which answers there are when told one that is not', () => {
	expect(() => cashfree.answerNext('nothing')).toThrow(/No answer is named "nothing".*_missing/);
});

it.each([
	[{ verification_id: undefined }, 'verification_id_missing'],
	[{ verification_id: '' }, 'verification_id_value_missing'],
	[{ verification_id: 'a b' }, 'verification_id_characters_invalid'],
	[{ verification_id: 7 }, 'verification_id_value_invalid'],
	[{ verification_id: 'a'.repeat(51) }, 'verification_id_length_exceeded'],
	[{ user_id: undefined }, 'user_id_number_missing'],
	[{ user_id: 'a/b' }, 'user_id_value_invalid'],
	[{ user_template: '' }, 'user_template_value_missing'],
	[{ user_template: 1 }, 'user_template_value_invalid'],
	[{ agent_template: '' }, 'agent_template_value_missing'],
	[{ agent_template: 1 }, 'agent_template_value_invalid'],
])('answers a body with %j by the row %s', async (changes, name) => {
	const { status, data } = await initiate({ ...valid, ...changes });
	const { type, code, message } = answerOf(name);
	expect([status, data]).toEqual([answerOf(name).status, { type, code, message }]);
});

it.each([
	['dob', '1995-02-02', 'aadhaar_details.dob_value_invalid'],
	['dob', '31-02-1995', 'aadhaar_details.dob_value_invalid'],
	['gender', 'male', 'aadhaar_details.gender_value_invalid'],
	['last_verified_at', '2025-05-07', 'aadhaar_details.last_verified_at_value_invalid'],
	['photo_link', 'photo', 'aadhaar_details.photo_link_value_invalid'],
	['name', undefined, 'aadhaar_details.name_missing'],
	['split_address', undefined, 'aadhaar_details.split_address_missing'],
	['year_of_birth', 1995, 'aadhaar_details.year_of_birth_value_invalid'],
])('names the Aadhaar field %s that is %j', async (field, value, code) => {
	const body = fullBody();
	const { status, data } = await initiate({
		...body,
		aadhaar_details: { ...body.aadhaar_details, [field]: value },
	});
	expect([status, data.code]).toEqual([400, code]);
});

it('looks at the verification ID first where several fields are wrong', async () => {
	const { data } = await initiate({ user_template: 1, notification_types: 'sms', unknown: true });
	expect(data.code).toBe('verification_id_missing');
});

it.each([[['campaign', 'aadhaar_details.year_of_birth']], [true as const]])(
	'takes further fields when told %j',
	async (extraFields) => {
		const body = fullBody();
		const further = {
			...body,
			campaign: 'spring',
			aadhaar_details: { ...body.aadhaar_details, year_of_birth: 1995 },
		};
		expect((await initiate(further)).data.code).toMatch(/_value_invalid$/);
		cashfree.set({ extraFields });
		expect((await initiate(further)).data.code).toBe('user_id_not_found');
	},
);
