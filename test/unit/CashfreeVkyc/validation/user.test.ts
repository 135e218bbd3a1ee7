import {
	existingUser,
	phoneOf,
	userDetails,
	withoutBlank,
} from '../../../../nodes/CashfreeVkyc/validation/user';
import { exactJson } from '../../../../nodes/shared/exactJson';
import { fieldsOf, refusalOf, refused } from './itemFields';

const details = (given: unknown) =>
	userDetails(fieldsOf({ userDetails: given }), 'Additional Fields');

describe('an existing user', () => {
	const userBy = (identifyUserBy: unknown, values: Record<string, unknown>) =>
		existingUser(fieldsOf({ identifyUserBy, ...values }));

	it('is named by the user ID, and by nothing else', () => {
		const values = { userId: ' lead-2041 ', userReferenceId: 1358 };
		expect(userBy('userId', values)).toEqual({ user_id: 'lead-2041' });
	});

	it('is named by the user reference ID as a number, and by nothing else', () => {
		const values = { userId: 'lead-2041', userReferenceId: '1358' };
		expect(userBy('userReferenceId', values)).toEqual({ user_reference_id: 1358 });
	});

	it('is named by a user reference ID that JavaScript would round', () => {
		const user = userBy('userReferenceId', { userReferenceId: '9223372036854775807' });
		expect(exactJson(user)).toBe('{"user_reference_id":9223372036854775807}');
	});

	it.each([
		['userId', { userReferenceId: 1358 }, 'User ID', 'is empty'],
		['userId', { userId: 'lead 2041' }, 'User ID', 'contains a space'],
		['userReferenceId', { userId: 'lead-2041' }, 'User Reference ID', 'is empty'],
		['userReferenceId', { userReferenceId: 'x' }, 'User Reference ID', 'is not a reference ID'],
		['phone', { userId: 'lead-2041' }, 'Identify User By', 'has an unknown value'],
		['', { userId: 'lead-2041' }, 'Identify User By', 'is empty'],
		[null, { userId: 'lead-2041' }, 'Identify User By', 'is empty'],
	])('is refused by %s with %p', (identifyUserBy, values, field, what) => {
		expect(refused(() => userBy(identifyUserBy, values))).toMatchObject({ field, what });
	});
});

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
		expect(refusal).toMatchObject({ field, what: 'contains an object, not a text' });
		const tooLong = refused(() => details({ [key]: 'a'.repeat(length + 1) }));
		expect(tooLong).toMatchObject({ field, what: `is ${length + 1} characters long` });
	});

	it('are refused where the email contains what cannot be seen', () => {
		const refusal = refused(() => details({ email: 'asha\u200b@example.com' }));
		expect(refusal).toMatchObject({ field: 'Email', what: 'contains a zero-width space (U+200B)' });
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
});

it('a body goes without what is blank, and keeps what is false, 0 or an empty list', () => {
	const kept = { a: 'x', b: 0, c: false, d: [], e: null };
	expect(withoutBlank({ ...kept, f: '', g: undefined })).toEqual(kept);
	expect(Object.keys(withoutBlank({ f: '', g: undefined }))).toEqual([]);
});
