import type { INodeProperties } from 'n8n-workflow';
import { existingUser, existingUserProperties } from '../../fields/user';
import type { Operation } from '../../run/operation';
import type { OperationFile } from '../resource';
import { simplified } from './simplified';

const showOnlyForGet = { resource: ['user'], operation: ['get'] };

export const option: OperationFile['option'] = {
	name: 'Get',
	action: 'Get user',
	description: 'Retrieve a person by user ID or user reference ID',
};

export const description: INodeProperties[] = existingUserProperties(showOnlyForGet);

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-user */
export const operation: Operation = {
	simplified,
	prepare(fields) {
		const query = existingUser(fields);
		return async (send) => await send({ method: 'GET', path: '/user', query });
	},
};
