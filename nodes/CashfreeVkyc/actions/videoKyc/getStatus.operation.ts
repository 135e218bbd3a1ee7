import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { decisionProperties, readDecisionWords } from '../../../shared/decisionWords';
import { outcomeOf, withOutcome } from '../../../shared/outcome';
import { optionsProperties } from '../../descriptions/options';
import { choice } from '../../validation/choices';
import { identifier, referenceId } from '../../validation/ids';
import type { ItemFields, Operation } from '../operation';
import type { OperationFile } from '../resource';
import { explain } from './explanations';
import { getStatusRequest } from './verification';

const showOnlyForGetStatus = { resource: ['videoKyc'], operation: ['getStatus'] };

export const option: OperationFile['option'] = {
	name: 'Get Status',
	action: 'Get video KYC status',
	description: 'Retrieve the status and outcome of a verification, and its recording link',
};

export const description: INodeProperties[] = [
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
		displayOptions: { show: showOnlyForGetStatus },
	},
	{
		displayName: 'Verification ID',
		name: 'verificationId',
		type: 'string',
		required: true,
		default: '',
		displayOptions: {
			show: { ...showOnlyForGetStatus, identifyVerificationBy: ['verificationId'] },
		},
		placeholder: 'e.g. loan-2041-kyc',
		description: 'The ID that you gave the verification when initiating it',
	},
	{
		displayName: 'Reference ID',
		name: 'referenceId',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: { ...showOnlyForGetStatus, identifyVerificationBy: ['referenceId'] } },
		placeholder: 'e.g. 10042',
		description: "The 'reference_id' in Cashfree's answer when the verification was initiated",
	},
	...optionsProperties(showOnlyForGetStatus, decisionProperties),
];

function queryOf(fields: ItemFields): IDataObject {
	const by = fields.get('identifyVerificationBy');
	const byFieldError = fields.fieldError('Identify Verification By');
	if (choice(by, ['verificationId', 'referenceId'], byFieldError) === 'referenceId') {
		const value = fields.get('referenceId');
		return { reference_id: referenceId(value, fields.fieldError('Reference ID')) };
	}
	const fieldError = fields.fieldError('Verification ID');
	return { verification_id: identifier(fields.get('verificationId'), fieldError) };
}

/**
 * Asks how far a verification has come. The answer is passed through whole; statuses are
 * open-ended, so the outcome follows from documented words and those that the builder entered only.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status
 */
export const operation: Operation = {
	simplified: [
		'verification_id',
		'outcome',
		'status',
		'sub_status',
		'explanation',
		'meeting_schedule',
		'recording_link',
		'vkyc_link',
		'link_expiry',
		'user_id',
	],
	prepare(fields) {
		const decisionWords = readDecisionWords(fields.options, fields.fieldError);
		return {
			requests: [getStatusRequest(queryOf(fields))],
			output: ([answer = {}]) => withOutcome(explain(answer), outcomeOf(answer, decisionWords)),
		};
	},
	hints(items) {
		return items.some(({ json }) => json.recording_link)
			? [
					'A recording link expires after about an hour: download the recording now, or get the status again first',
				]
			: [];
	},
};
