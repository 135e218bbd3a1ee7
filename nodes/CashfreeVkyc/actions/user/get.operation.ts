import type { INodeProperties } from 'n8n-workflow';
import { outputAndOptions } from '../../descriptions/options';
import { existingUserProperties } from '../../descriptions/user';
import { existingUser } from '../../validation/user';
import type { Operation } from '../operation';
import type { OperationFile } from '../resource';
import { getUserRequest } from './answer';
import { simplified } from './simplified';

const showOnlyForGet = { resource: ['user'], operation: ['get'] };

export const option: OperationFile['option'] = {
	name: 'Get',
	action: 'Get a user',
	description: 'Retrieve a user by user ID or user reference ID',
	builderHint: {
		propertyHint: 'Reads one user. For the progress of a verification, use videoKyc getStatus.',
	},
};

export const subtitle = 'Get';

export const toolDescription =
	"Looks up one customer at Cashfree. Sends nobody a message. The ID comes from the user's records: never invent, guess or change it; ask for it if it is missing.";

export const description: INodeProperties[] = [
	...existingUserProperties(showOnlyForGet),
	...outputAndOptions(showOnlyForGet),
];

export const operation: Operation = {
	simplified,
	prepare(fields) {
		return { requests: [getUserRequest(existingUser(fields))] };
	},
};
