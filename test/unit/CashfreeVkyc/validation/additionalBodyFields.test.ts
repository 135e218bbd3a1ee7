import type { IDataObject } from 'n8n-workflow';
import { withAdditionalBodyFields } from '../../../../nodes/CashfreeVkyc/validation/additionalBodyFields';
import { fieldsOf, refused } from './itemFields';

const body = {
	verification_id: 'loan-2041',
	user_id: 'lead-2041',
	notification_types: ['sms'],
	aadhaar_details: { name: 'Asha Rao' },
};
const add = (additionalBodyFields: unknown, to: IDataObject = body) =>
	withAdditionalBodyFields(fieldsOf({}, { options: { additionalBodyFields } as IDataObject }), to);

it('adds what the node has no field for, given as text or by an expression', () => {
	const added = { ...body, year_of_birth: 1995, extra: { a: [1] } };
	expect(add('{"year_of_birth": 1995, "extra": {"a": [1]}}')).toEqual(added);
	expect(add({ year_of_birth: 1995, extra: { a: [1] } })).toEqual(added);
});

it('adds nothing where the option is not used or empty', () => {
	expect(withAdditionalBodyFields(fieldsOf({}), body)).toEqual(body);
	for (const nothing of ['', '{}', {}, null]) expect(add(nothing)).toEqual(body);
});

it('changes nothing in the body that it was given', () => {
	const before = structuredClone(body);
	add({ extra: 1 });
	expect(body).toEqual(before);
});

it('sets what the node’s own fields left unset', () => {
	const rest = { verification_id: 'loan-2041', notification_types: [], user_template: undefined };
	expect(
		add({ notification_types: ['push'], user_template: 'v9', agent_template: 'v8' }, rest),
	).toEqual({
		verification_id: 'loan-2041',
		notification_types: ['push'],
		user_template: 'v9',
		agent_template: 'v8',
	});
});

it.each([
	['verification_id', 'Verification ID'],
	['notification_types', 'Notification Types'],
	['aadhaar_details', 'Aadhaar Details'],
])('refuses %s where the field %s has set it', (key, label) => {
	expect(refused(() => add({ extra: 1, [key]: 'x' }))).toEqual({
		field: 'Additional Body Fields',
		what: `contains '${key}', which the field '${label}' has set`,
		rule: `Clear '${label}', or remove '${key}' here.`,
	});
});

it.each([
	['user_id', 'User ID'],
	['user_reference_id', 'User Reference ID'],
])('refuses a second user, named by %s', (key, label) => {
	for (const to of [body, { verification_id: 'loan-2041' }]) {
		expect(refused(() => add({ [key]: 5 }, to))).toEqual({
			field: 'Additional Body Fields',
			what: `names the user a second time, by '${key}'`,
			rule: `Name the user once, by '${label}' in the field 'Identify User By'.`,
		});
	}
});

it('adds a field whatever its name means elsewhere', () => {
	const own = '"constructor":1,"__proto__":2,"toString":3}';
	expect(JSON.stringify(add(`{${own}`))).toBe(`${JSON.stringify(body).slice(0, -1)},${own}`);
});

it.each(['[]', 'year_of_birth: 1995', 5])('refuses %p, which is no JSON object', (given) => {
	expect(refused(() => add(given)).field).toBe('Additional Body Fields');
});
