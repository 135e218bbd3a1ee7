import type { INodeProperties } from 'n8n-workflow';
import { identifier } from '../../validation/ids';
import { outputAndOptions } from '../../descriptions/options';
import { phoneProperty, userDetailsProperties } from '../../descriptions/user';
import { phoneOf, userDetails } from '../../validation/user';
import type { Operation } from '../operation';
import type { OperationFile } from '../resource';
import { createUserRequest } from './newUser';
import { simplified } from './simplified';

const showOnlyForCreateOrGet = { resource: ['user'], operation: ['createOrGet'] };

export const option: OperationFile['option'] = {
	name: 'Create or Get',
	action: 'Create or get a user',
	description: 'Create a user at Cashfree, or return the one with this user ID',
	builderHint: {
		propertyHint:
			'Registers a user ahead of a verification; safe to repeat. Not needed before initiate with identifyUserBy "phone", which does the same.',
	},
};

export const subtitle = 'Create or get';

export const toolDescription =
	"Creates a customer at Cashfree with a phone number, or returns the one with this user ID. Sends nobody a message. The user ID and the phone number are those of a real person and come from the user's records: never invent, guess or change them; ask for what is missing.";

export const description: INodeProperties[] = [
	{
		displayName: 'User ID',
		name: 'newUserId',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: showOnlyForCreateOrGet },
		placeholder: 'e.g. lead-2041',
		description:
			'Your own unique ID for this user: at most 50 letters, digits, periods, hyphens and underscores',
	},
	phoneProperty(showOnlyForCreateOrGet),
	...userDetailsProperties(showOnlyForCreateOrGet, 'Additional Fields'),
	...outputAndOptions(showOnlyForCreateOrGet),
];

/** Creates a user, or fetches the one that has this user ID and phone number already. */
export const operation: Operation = {
	simplified,
	prepare(fields) {
		const user = {
			phone: phoneOf(fields),
			user_id: identifier(fields.get('newUserId'), fields.fieldError('User ID')),
			...userDetails(fields, 'Additional Fields'),
		};
		return { requests: [createUserRequest(user, true)] };
	},
};
