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
	action: 'Create or get user',
	description: 'Create a user at Cashfree, or return the one with this user ID',
};

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
