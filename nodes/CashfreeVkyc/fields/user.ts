import type {
	IDataObject,
	IDisplayOptions,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { exactNumber } from '../../shared/exactJson';
import type { ExactNumber } from '../../shared/exactJson';
import type { ItemFields } from '../run/operation';
import { choice } from './choices';
import { identifier, referenceId } from './ids';

type Show = NonNullable<IDisplayOptions['show']>;

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

export type UserKey = { user_id: string } | { user_reference_id: number | ExactNumber };

/** How an item names its user. An expression that results in nothing names nobody. */
export function userNamedBy<Way extends string>(fields: ItemFields, ways: readonly Way[]): Way {
	return choice(fields.get('identifyUserBy'), ways, fields.fault('Identify User By'));
}

/** The existing user that an item names, as the API wants it in a body. */
export function existingUser(fields: ItemFields): UserKey {
	if (userNamedBy(fields, ['userId', 'userReferenceId']) === 'userReferenceId') {
		const value = fields.get('userReferenceId');
		const digits = referenceId(value, fields.fault('User Reference ID'));
		return { user_reference_id: exactNumber(digits) };
	}
	return { user_id: identifier(fields.get('userId'), fields.fault('User ID')) };
}

/** Without what is blank: an absent field means Cashfree's own default. */
export const withoutBlank = (body: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(body).filter(([, value]) => value !== '' && value !== undefined),
	);
