import type { INodeProperties } from 'n8n-workflow';
import {
	phoneOf,
	phoneProperty,
	userDetails,
	userDetailsProperties,
} from '../../../../nodes/CashfreeVkyc/fields/userProperties';
import { fieldsOf, refusalOf, refused } from './itemFields';

const details = (given: unknown) =>
	userDetails(fieldsOf({ userDetails: given }), 'Additional Fields');

describe('the details of a user', () => {
	it('are the email, name and address that are given, without spaces around them', () => {
		expect(
			details({ email: ' asha@example.com ', name: 'Asha Rao\n', address: '12 MG Road' }),
		).toEqual({ email: 'asha@example.com', name: 'Asha Rao', address: '12 MG Road' });
	});

	it('leave out what is blank or not given', () => {
		const blank = { email: '', name: ' ', address: null };
		for (const none of [null, undefined, '', [], {}, blank, { email: [], name: undefined }]) {
			expect(details(none)).toEqual({});
		}
		expect(details({ name: 'Asha Rao' })).toEqual({ name: 'Asha Rao' });
	});

	it.each([
		...['asha', 'asha@', '@example.com', 'asha@example', 'a@b@example.com', 'a b@example.com'],
		...['asha@.com', 'asha@example.', 'asha@.', '@', `${'@'.repeat(250)}.in`, 'a@b.c@d.e'],
	])('are refused where the email is %p, without a word of it', (email) => {
		expect(refused(() => details({ email }))).toEqual({
			field: 'Email',
			what: 'is not an email address',
			rule: 'Give an address such as asha@example.com.',
		});
		expect(refusalOf(() => details({ email })).message).not.toContain(email);
	});

	it.each([
		['name', 'Name', 200],
		['address', 'Address', 500],
		['email', 'Email', 254],
	])('are refused where %s is no text, or longer than any', (key, field, length) => {
		const refusal = refused(() => details({ [key]: { first: 'Asha' } }));
		expect(refusal).toMatchObject({ field, what: 'holds an object, not a text' });
		const tooLong = refused(() => details({ [key]: 'a'.repeat(length + 1) }));
		expect(tooLong).toMatchObject({ field, what: `is ${length + 1} characters long` });
	});

	it('are refused where the email holds what cannot be seen', () => {
		const refusal = refused(() => details({ email: 'asha\u200b@example.com' }));
		expect(refusal).toMatchObject({ field: 'Email', what: 'holds a zero-width space (U+200B)' });
	});

	it.each([['Asha'], [5], [['Asha']], [new Date(0)]])('are refused as a whole as %p', (given) => {
		expect(refused(() => details(given))).toMatchObject({
			field: 'Additional Fields',
			what: 'is not a collection of fields',
		});
	});
});

describe('the phone number of a user', () => {
	it('is read from its field', () => {
		expect(phoneOf(fieldsOf({ phone: '+91 99887 76655' }))).toBe('9988776655');
	});

	it('is refused by the label of its field', () => {
		const { displayName, name, description } = phoneProperty({});
		expect(description).not.toContain('link');
		const refusal = refused(() => phoneOf(fieldsOf({ [name]: '12' })));
		expect(refusal.field).toBe(displayName);
	});
});

it('each field on the screen is one that is read, under its label', () => {
	const [property] = userDetailsProperties({ operation: ['create'] }, 'Additional Fields');
	expect(property).toMatchObject({ name: 'userDetails', displayName: 'Additional Fields' });
	const options = property?.options as INodeProperties[];
	for (const { name, displayName } of options) {
		const value = name === 'email' ? 'asha@example.com' : 'x';
		expect(details({ [name]: value })).toEqual({ [name]: value });
		expect(refused(() => details({ [name]: ['x'] })).field).toBe(displayName);
	}
});
