import type { INodeProperties } from 'n8n-workflow';
import { decisionProperties, readDecisionWords } from '../../../shared/decisionWords';
import { outcomeOf, withOutcome } from '../../../shared/outcome';
import { outputAndOptions } from '../../descriptions/options';
import type { Operation } from '../operation';
import type { OperationFile } from '../resource';
import { explain } from './explanations';
import { identifyVerificationProperties, verificationQuery } from './identifyVerification';
import { getStatusRequest } from './verification';

const showOnlyForGetStatus = { resource: ['videoKyc'], operation: ['getStatus'] };

export const option: OperationFile['option'] = {
	name: 'Get Status',
	action: 'Get a video KYC status',
	description: 'Retrieve the status and outcome of a verification, and its recording link',
	builderHint: {
		propertyHint:
			'Asks for one verification. To act when a verification makes progress or ends, use the Cashfree VKYC Trigger instead of asking in a loop. Branch on the field outcome.',
	},
};

export const subtitle = 'Get status';

export const toolDescription =
	"Looks up one Video KYC verification at Cashfree: its status, its outcome, the link and the recording link. Sends nobody a message. The verification ID comes from the user's records: never invent, guess or change it; ask for it if it is missing.";

export const description: INodeProperties[] = [
	...identifyVerificationProperties(showOnlyForGetStatus),
	...outputAndOptions(showOnlyForGetStatus, decisionProperties),
];

/**
 * Asks how far a verification has come. The answer is passed through whole; statuses are
 * open-ended, so the outcome follows from documented words and those that the builder entered only.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status
 */
export const operation: Operation = {
	simplified: [
		'vkyc_link',
		'status',
		'sub_status',
		'explanation',
		'outcome',
		'link_expiry',
		'verification_id',
		'user_id',
		'meeting_schedule',
		'recording_link',
	],
	prepare(fields) {
		const decisionWords = readDecisionWords(fields.options, fields.fieldError);
		return {
			requests: [getStatusRequest(verificationQuery(fields))],
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
