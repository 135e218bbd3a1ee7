import { NodeHelpers } from 'n8n-workflow';
import {
	existingUser,
	existingUserProperties,
	userIdProperties,
	withoutBlank,
} from '../../../../nodes/CashfreeVkyc/fields/user';
import { exactJson } from '../../../../nodes/shared/exactJson';
import { fieldsOf, refused } from './itemFields';

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
		['userId', { userId: 'lead 2041' }, 'User ID', 'holds a space'],
		['userReferenceId', { userId: 'lead-2041' }, 'User Reference ID', 'is empty'],
		['userReferenceId', { userReferenceId: 'x' }, 'User Reference ID', 'is not a reference ID'],
		['phone', { userId: 'lead-2041' }, 'Identify User By', 'has an unknown value'],
		['', { userId: 'lead-2041' }, 'Identify User By', 'is empty'],
		[null, { userId: 'lead-2041' }, 'Identify User By', 'is empty'],
	])('is refused by %s with %p', (identifyUserBy, values, field, what) => {
		expect(refused(() => userBy(identifyUserBy, values))).toMatchObject({ field, what });
	});
});

describe('the fields of an existing user', () => {
	const show = { resource: ['user'], operation: ['get'] };
	const properties = existingUserProperties(show);
	const shownFor = (identifyUserBy: string) =>
		properties
			.filter((property) =>
				NodeHelpers.displayParameter(
					{ resource: 'user', operation: 'get', identifyUserBy },
					property,
					null,
					null,
				),
			)
			.map(({ displayName }) => displayName);

	it('show the one of the two IDs that was chosen, and it is required', () => {
		expect(shownFor('userId')).toEqual(['Identify User By', 'User ID']);
		expect(shownFor('userReferenceId')).toEqual(['Identify User By', 'User Reference ID']);
		expect(userIdProperties(show).every(({ required }) => required)).toBe(true);
	});

	it('show only for the operation that they were made for', () => {
		for (const property of properties) expect(property.displayOptions?.show).toMatchObject(show);
	});

	it('have a value that is read for each choice on the screen', () => {
		const [choice] = properties;
		expect(choice?.options).toMatchObject([{ value: 'userId' }, { value: 'userReferenceId' }]);
		expect(choice?.default).toBe('userId');
	});
});

it('a body goes without what is blank, and keeps what is false, 0 or an empty list', () => {
	const kept = { a: 'x', b: 0, c: false, d: [], e: null };
	expect(withoutBlank({ ...kept, f: '', g: undefined })).toEqual(kept);
	expect(Object.keys(withoutBlank({ f: '', g: undefined }))).toEqual([]);
});
