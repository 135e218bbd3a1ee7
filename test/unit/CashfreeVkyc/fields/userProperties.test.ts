import type { INodeProperties } from 'n8n-workflow';
import {
	phoneOf,
	phoneProperty,
	userDetails,
	userDetailsProperty,
} from '../../../../nodes/CashfreeVkyc/fields/userProperties';
import { fieldsOf, refusalOf, refused } from './itemFields';

const details = (given: unknown) => userDetails(fieldsOf({ userDetails: given }));

describe('the details of a user', () => {
	it('are the email, name and address that are given, without spaces around them', () => {
		expect(
			details({ email: ' asha@example.com ', name: 'Asha Rao\n', address: '12 MG Road' }),
		).toEqual({ email: 'asha@example.com', name: 'Asha Rao', address: '12 MG Road' });
	});

	it('leave out what is blank or not given', () => {
		for (const none of [null, {}, { email: '', name: ' ', address: null }]) {
			expect(details(none)).toEqual({});
		}
		expect(details({ name: 'Asha Rao' })).toEqual({ name: 'Asha Rao' });
	});

	it.each(['asha', 'asha@', '@example.com', 'asha@example', 'a@b@example.com', 'a b@example.com'])(
		'are refused where the email is %p, without a word of it',
		(email) => {
			expect(refused(() => details({ email }))).toEqual({
				field: 'Email',
				what: 'is not an email address',
				rule: 'Give an address such as asha@example.com.',
			});
			expect(refusalOf(() => details({ email })).message).not.toContain(email);
		},
	);

	it.each([
		['name', 'Name'],
		['address', 'Address'],
		['email', 'Email'],
	])('are refused where %s is no text', (key, field) => {
		const refusal = refused(() => details({ [key]: { first: 'Asha' } }));
		expect(refusal).toMatchObject({ field, what: 'holds an object, not a text' });
	});
});

describe('the phone number of a user', () => {
	it('is read from its field', () => {
		expect(phoneOf(fieldsOf({ phone: '+91 99887 76655' }))).toBe('9988776655');
	});

	it('is refused by the label of its field', () => {
		const { displayName, name } = phoneProperty({});
		const refusal = refused(() => phoneOf(fieldsOf({ [name]: '12' })));
		expect(refusal.field).toBe(displayName);
	});
});

it('each field on the screen is one that is read, under its label', () => {
	const property = userDetailsProperty({ operation: ['create'] }, 'Additional Fields');
	expect(property).toMatchObject({ name: 'userDetails', displayName: 'Additional Fields' });
	const options = property.options as INodeProperties[];
	for (const { name, displayName } of options) {
		const value = name === 'email' ? 'asha@example.com' : 'x';
		expect(details({ [name]: value })).toEqual({ [name]: value });
		expect(refused(() => details({ [name]: ['x'] })).field).toBe(displayName);
	}
});
