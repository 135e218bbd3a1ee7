import type { INodeProperties } from 'n8n-workflow';
import { outputAndOptions } from '../../descriptions/options';
import { phoneProperty, userDetailsProperties } from '../../descriptions/user';
import { newUserIdOf, phoneOf, userDetails } from '../../validation/user';
import type { Operation } from '../operation';
import type { OperationFile } from '../resource';
import { createUserRequest } from './newUser';
import { simplified } from './simplified';

const showOnlyForCreate = { resource: ['user'], operation: ['create'] };

export const option: OperationFile['option'] = {
	name: 'Create',
	action: 'Create a user',
	description: 'Create a user at Cashfree with a phone number',
	builderHint: {
		propertyHint:
			'Rarely needed: initiate with identifyUserBy "phone" creates the user itself. Fails if the user ID exists; createOrGet does not.',
	},
};

export const subtitle = 'Create';

export const toolDescription =
	"Creates a customer at Cashfree with a phone number. Sends nobody a message. The user ID and the phone number are those of a real person and come from the user's records: never invent, guess or change them; ask for what is missing.";

export const description: INodeProperties[] = [
	{
		displayName: 'User ID',
		name: 'newUserId',
		type: 'string',
		default: '',
		displayOptions: { show: showOnlyForCreate },
		placeholder: 'e.g. lead-2041',
		description:
			'Your own unique ID for this user: at most 50 letters, digits, periods, hyphens and underscores. If empty, Cashfree creates one, and the node cannot look the user up after a lost response.',
	},
	phoneProperty(showOnlyForCreate),
	...userDetailsProperties(showOnlyForCreate, 'Additional Fields'),
	...outputAndOptions(showOnlyForCreate),
];

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/add-user */
export const operation: Operation = {
	simplified,
	prepare(fields) {
		const user_id = newUserIdOf(fields);
		const user = {
			phone: phoneOf(fields),
			...(user_id && { user_id }),
			...userDetails(fields, 'Additional Fields'),
		};
		return { requests: [createUserRequest(user, false)] };
	},
};
