import { NodeHelpers } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import {
	existingUserProperties,
	phoneProperty,
	userDetailsProperties,
	userIdProperties,
} from '../../../../nodes/CashfreeVkyc/descriptions/user';
import { phoneOf, userDetails } from '../../../../nodes/CashfreeVkyc/validation/user';
import { fieldsOf, refused } from '../validation/itemFields';

const details = (given: unknown) =>
	userDetails(fieldsOf({ userDetails: given }), 'Additional Fields');

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

it('a phone number is refused by the label of its field', () => {
	const { displayName, name, description } = phoneProperty({});
	expect(description).not.toContain('link');
	const refusal = refused(() => phoneOf(fieldsOf({ [name]: '12' })));
	expect(refusal.field).toBe(displayName);
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
