import type { INodeProperties } from 'n8n-workflow';
import { existingUser, existingUserProperties } from '../../fields/user';
import { userDetails, userDetailsProperties } from '../../fields/userProperties';
import type { Operation } from '../../run/operation';
import type { CashfreeRequest } from '../../transport/attempt';
import type { OperationFile } from '../resource';
import { expectUser } from './answer';
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
	...userDetailsProperties(showOnlyForUpdate, 'Update Fields'),
];

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/update-user */
export const operation: Operation = {
	simplified,
	prepare(fields) {
		const details = userDetails(fields, 'Update Fields');
		if (Object.keys(details).length === 0) {
			const rule = 'Add a name, an email address or an address to change.';
			throw fields.fault('Update Fields')('holds nothing to change', rule);
		}
		const user = existingUser(fields);
		const request: CashfreeRequest = {
			method: 'PATCH',
			path: '/user',
			body: { ...user, ...details },
			expects: expectUser(user),
			clearUp:
				"Run this item again, which does no harm, or use the operation 'Get' to see what the user is now.",
		};
		return { requests: [request] };
	},
};
