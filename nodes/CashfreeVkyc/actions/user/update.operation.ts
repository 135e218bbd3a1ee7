import type { INodeProperties } from 'n8n-workflow';
import { outputAndOptions } from '../../descriptions/options';
import { existingUserProperties, userDetailsProperties } from '../../descriptions/user';
import { existingUser, userDetails } from '../../validation/user';
import type { Operation } from '../operation';
import type { CashfreeRequest } from '../../transport/request';
import type { OperationFile } from '../resource';
import { expectUser } from './answer';
import { simplified } from './simplified';

const showOnlyForUpdate = { resource: ['user'], operation: ['update'] };

export const option: OperationFile['option'] = {
	name: 'Update',
	action: 'Update a user',
	description: 'Change the name, email or address of a user',
	builderHint: {
		propertyHint:
			'Changes name, email or address. A new phone number needs a new user ID and a new verification ID instead.',
	},
};

export const subtitle = 'Update';

export const toolDescription =
	"Changes the name, email or address of one customer at Cashfree. The phone number cannot be changed. Sends nobody a message. The ID and the new details are those of a real person and come from the user's records: never invent, guess or change them; ask for what is missing.";

export const description: INodeProperties[] = [
	{
		displayName:
			'Cashfree cannot change the phone number of a user. For a new number, create a user with another user ID, and initiate with another verification ID.',
		name: 'phoneNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: showOnlyForUpdate },
	},
	...existingUserProperties(showOnlyForUpdate),
	...userDetailsProperties(showOnlyForUpdate, 'Update Fields'),
	...outputAndOptions(showOnlyForUpdate),
];

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/update-user */
export const operation: Operation = {
	simplified,
	prepare(fields) {
		const details = userDetails(fields, 'Update Fields');
		if (Object.keys(details).length === 0) {
			const rule = 'Add a name, an email address or an address to change.';
			throw fields.fieldError('Update Fields')('contains nothing to change', rule);
		}
		const user = existingUser(fields);
		const request: CashfreeRequest = {
			method: 'PATCH',
			path: '/user',
			body: { ...user, ...details },
			expects: expectUser(user),
			clearUp: "Run this item again (this is safe), or use the operation 'Get' to check the user.",
		};
		return { requests: [request] };
	},
};
