import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { ItemFields } from '../run/operation';
import { phoneNumber } from './phone';
import { identifier, text } from './text';
import { withoutBlank } from './user';

type Show = NonNullable<IDisplayOptions['show']>;

export const phoneProperty = (show: Show): INodeProperties => ({
	displayName: 'Phone Number',
	name: 'phone',
	type: 'string',
	required: true,
	default: '',
	displayOptions: { show },
	placeholder: 'e.g. +91 99887 76655',
	description: "The user's Indian mobile number, which Cashfree sends the link to",
});

/** What may be told about a user beside the phone number. */
export const userDetailsProperty = (show: Show, displayName: string): INodeProperties => ({
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

/** Name, e-mail and address of an item's user, those that are given. */
export function userDetails(fields: ItemFields): Record<string, string> {
	const given = (fields.get('userDetails') ?? {}) as Record<string, unknown>;
	const emailFault = fields.fault('Email');
	const email = text(given.email, emailFault);
	if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
		throw emailFault('is not an email address', 'Give an address such as asha@example.com.');
	}
	return withoutBlank({
		email,
		name: text(given.name, fields.fault('Name')),
		address: text(given.address, fields.fault('Address')),
	}) as Record<string, string>;
}

export const phoneOf = (fields: ItemFields): string =>
	phoneNumber(fields.get('phone'), fields.fault('Phone Number'));

/** The builder's own ID for a user to be created; undefined where the field is blank. */
export function newUserIdOf(fields: ItemFields): string | undefined {
	const given = fields.get('newUserId');
	if (given === null || String(given).trim() === '') return undefined;
	return identifier(given, fields.fault('User ID'));
}
