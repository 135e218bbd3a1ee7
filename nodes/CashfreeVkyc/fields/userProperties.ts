import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import type { ItemFields } from '../run/operation';
import { firstUnseen, nameOf } from './characters';
import { collectionOf, withWholeExpression } from '../../shared/collection';
import type { Fault } from './fault';
import { identifier } from './ids';
import { phoneNumber } from './phone';
import { text } from './text';
import { withoutBlank } from './user';

type Show = NonNullable<IDisplayOptions['show']>;

export const phoneProperty = (
	show: Show,
	description = "The user's Indian mobile number",
): INodeProperties => ({
	displayName: 'Phone Number',
	name: 'phone',
	type: 'string',
	required: true,
	default: '',
	displayOptions: { show },
	placeholder: 'e.g. +91 99887 76655',
	description,
});

/** What may be told about a user beside the phone number. */
export const userDetailsProperties = (show: Show, displayName: string): INodeProperties[] =>
	withWholeExpression({
		displayName,
		name: 'userDetails',
		type: 'collection',
		placeholder: 'Add field',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Address',
				name: 'address',
				type: 'string',
				default: '',
				placeholder: 'e.g. 12 MG Road, Bengaluru 560001',
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. asha@example.com',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Asha Rao',
			},
		],
	});

function emailAddress(value: unknown, fault: Fault): string {
	const given = text(value, fault, 254);
	if (given === '') return '';
	const rule = 'Give an address such as asha@example.com.';
	const unseen = firstUnseen(given);
	if (unseen !== undefined) throw fault(`holds ${nameOf(unseen)}`, rule);
	const [name = '', domain = '', ...more] = given.split('@');
	const hasDot = domain.slice(1, -1).includes('.');
	if (name === '' || !hasDot || more.length > 0 || /\s/.test(given)) {
		throw fault('is not an email address', rule);
	}
	return given;
}

/**
 * Name, e-mail and address of an item's user, those that are given.
 *
 * @param label of the collection, which each operation names in its own way
 */
export function userDetails(fields: ItemFields, label: string): Record<string, string> {
	const given = collectionOf(fields.get('userDetails'), fields.fault(label));
	return withoutBlank({
		email: emailAddress(given.email, fields.fault('Email')),
		name: text(given.name, fields.fault('Name')),
		address: text(given.address, fields.fault('Address'), 500),
	}) as Record<string, string>;
}

export const phoneOf = (fields: ItemFields): string =>
	phoneNumber(fields.get('phone'), fields.fault('Phone Number'));

/** The builder's own ID for a user to be created; undefined where the field was left empty. */
export function newUserIdOf(fields: ItemFields): string | undefined {
	const given = fields.get('newUserId');
	return isBlank(given) ? undefined : identifier(given, fields.fault('User ID'));
}
