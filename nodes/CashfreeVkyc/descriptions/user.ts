import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { withWholeExpression } from '../../shared/collection';
import type { Show } from './show';

/** By which of its two IDs an existing user is named. */
export const userKeyOptions: INodePropertyOptions[] = [
	{
		name: 'User ID',
		value: 'userId',
		description: 'The ID that you gave the user when creating it at Cashfree',
	},
	{
		name: 'User Reference ID',
		value: 'userReferenceId',
		description: 'The number that Cashfree gave the user',
	},
];

/** The fields that name an existing user: by the builder's own ID, or by Cashfree's number. */
export function existingUserProperties(show: Show): INodeProperties[] {
	return [
		{
			displayName: 'Identify User By',
			name: 'identifyUserBy',
			type: 'options',
			options: userKeyOptions,
			default: 'userId',
			displayOptions: { show },
			description: 'Which ID names the user at Cashfree',
		},
		...userIdProperties(show),
	];
}

/** The two ID fields alone, for an operation with an 'Identify User By' of its own. */
export function userIdProperties(show: Show): INodeProperties[] {
	return [
		{
			displayName: 'User ID',
			name: 'userId',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { ...show, identifyUserBy: ['userId'] } },
			placeholder: 'e.g. lead-2041',
			description: 'The ID that you gave the user when creating it at Cashfree',
		},
		{
			displayName: 'User Reference ID',
			name: 'userReferenceId',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { ...show, identifyUserBy: ['userReferenceId'] } },
			placeholder: 'e.g. 1358',
			description: "The 'user_reference_id' in Cashfree's answer when the user was created",
		},
	];
}

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

/** What can be said about a user in addition to the phone number. */
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
				description: "The user's postal address as one line",
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. asha@example.com',
				description: "The user's email address, which Cashfree needs to send a link by email",
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Asha Rao',
				description: "The user's full name",
			},
		],
	});
