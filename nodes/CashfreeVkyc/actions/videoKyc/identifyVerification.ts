import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Show } from '../../descriptions/show';
import { choice } from '../../validation/choices';
import { identifier, referenceId } from '../../validation/ids';
import type { ItemFields } from '../operation';

/** The field for the number alone, for an operation that knows a verification by nothing else. */
export const referenceIdProperty = (show: Show): INodeProperties => ({
	displayName: 'Reference ID',
	name: 'referenceId',
	type: 'string',
	required: true,
	default: '',
	displayOptions: { show },
	placeholder: 'e.g. 10042',
	description: "The 'reference_id' in Cashfree's answer when the verification was initiated",
});

/**
 * The fields that say which verification is meant.
 *
 * @param show when the operation's fields are shown
 */
export const identifyVerificationProperties = (show: Show): INodeProperties[] => [
	{
		displayName: 'Identify Verification By',
		name: 'identifyVerificationBy',
		type: 'options',
		options: [
			{
				name: 'Reference ID',
				value: 'referenceId',
				description: 'The number that Cashfree gave the verification',
			},
			{
				name: 'Verification ID',
				value: 'verificationId',
				description: 'The ID that you gave the verification',
			},
		],
		default: 'verificationId',
		displayOptions: { show },
		description: 'Which ID names the verification',
	},
	{
		displayName: 'Verification ID',
		name: 'verificationId',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { ...show, identifyVerificationBy: ['verificationId'] } },
		placeholder: 'e.g. loan-2041-kyc',
		description: 'The ID that you gave the verification when initiating it',
	},
	referenceIdProperty({ ...show, identifyVerificationBy: ['referenceId'] }),
];

/** The number that Cashfree gave the verification, as text: it is 64 bits wide. */
export const referenceIdOf = (fields: ItemFields): string =>
	referenceId(fields.get('referenceId'), fields.fieldError('Reference ID'));

/** The ID under which Cashfree is asked for the verification, by the name that it has there. */
export function verificationQuery(fields: ItemFields): IDataObject {
	const by = fields.get('identifyVerificationBy');
	const byFieldError = fields.fieldError('Identify Verification By');
	if (choice(by, ['verificationId', 'referenceId'], byFieldError) === 'referenceId') {
		return { reference_id: referenceIdOf(fields) };
	}
	const fieldError = fields.fieldError('Verification ID');
	return { verification_id: identifier(fields.get('verificationId'), fieldError) };
}
