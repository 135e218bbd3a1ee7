import type { INodeProperties } from 'n8n-workflow';
import { existingUser, existingUserProperties } from '../../fields/user';
import { userDetails, userDetailsProperty } from '../../fields/userProperties';
import type { Operation } from '../../run/operation';
import type { OperationFile } from '../resource';
import { simplified } from './simplified';

const showOnlyForUpdate = { resource: ['user'], operation: ['update'] };

export const option: OperationFile['option'] = {
	name: 'Update',
	action: 'Update user',
	description: 'Change the name, email or address of a person',
};

export const description: INodeProperties[] = [
	{
		displayName:
			'Cashfree cannot change the phone number of a user. For another number, create another user.',
		name: 'phoneNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: showOnlyForUpdate },
	},
	...existingUserProperties(showOnlyForUpdate),
	userDetailsProperty(showOnlyForUpdate, 'Update Fields'),
];

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/update-user */
export const operation: Operation = {
	simplified,
	prepare(fields) {
		const details = userDetails(fields);
		if (Object.keys(details).length === 0) {
			const rule = 'Add a name, an email address or an address to change.';
			throw fields.fault('Update Fields')('holds nothing to change', rule);
		}
		const body = { ...existingUser(fields), ...details };
		return async (send) => await send({ method: 'PATCH', path: '/user', body });
	},
};
