import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { decisionProperties, readDecisionWords } from '../../../shared/decisionWords';
import { outcomeOf, withOutcome } from '../../../shared/outcome';
import { outputAndOptions } from '../../descriptions/options';
import { recordingError } from '../../errors/recordingError';
import { fetchRecording } from '../../recording/fetchRecording';
import type { RecordingFile } from '../../recording/downloadOutcome';
import { choice } from '../../validation/choices';
import { numberOf } from '../../validation/runOptions';
import { requiredText } from '../../validation/text';
import type { Operation } from '../operation';
import type { OperationFile } from '../resource';
import { identifyVerificationProperties, verificationQuery } from './identifyVerification';
import { getStatusRequest } from './verification';

const showOnlyForGetRecording = { resource: ['videoKyc'], operation: ['getRecording'] };

export const option: OperationFile['option'] = {
	name: 'Get Recording',
	action: 'Download a video KYC recording',
	description: "Download the recording of a verification's video call as a file",
	builderHint: {
		propertyHint:
			'Downloads the file itself into a binary field. It asks for the status first, so put no Get Status before it, and no HTTP Request after it.',
	},
};

export const subtitle = 'Get recording';

export const toolDescription =
	"Downloads the recording of one verification's video call as a file. Sends nobody a message. The recording shows a person and is confidential. The verification ID comes from the user's records: never invent, guess or change it; ask for it if it is missing.";

const outputField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	displayOptions: { show: showOnlyForGetRecording },
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
};

const maximumSize: INodeProperties = {
	displayName: 'Maximum Size (MB)',
	name: 'maximumSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100_000 },
	default: 500,
	description:
		'Maximum size of the recording in millions of bytes. The item fails if the recording is larger.',
};

const ifNoRecording: INodeProperties = {
	displayName: 'If No Recording Exists',
	name: 'ifNoRecording',
	type: 'options',
	options: [
		{
			name: 'Return Item Without File',
			value: 'return',
			description: "Hand on the verification's status; 'recording' is null",
		},
		{ name: 'Stop With a Message', value: 'refuse' },
	],
	default: 'refuse',
	description: 'What to do while the verification has no recording, e.g. before the video call',
};

export const description: INodeProperties[] = [
	...identifyVerificationProperties(showOnlyForGetRecording),
	outputField,
	...outputAndOptions(showOnlyForGetRecording, [...decisionProperties, ifNoRecording, maximumSize]),
];

/** What an audit needs, from Cashfree's answer about the verification. The link stays out. */
function outputOf(answer: IDataObject, file: RecordingFile | undefined): IDataObject {
	const ids = ['verification_id', 'reference_id', 'user_id', 'user_reference_id'];
	const fields = [...ids, 'status', 'sub_status'].filter((key) => answer[key] !== undefined);
	return {
		...Object.fromEntries(fields.map((key) => [key, answer[key]])),
		recording: file
			? {
					file_name: file.fileName,
					mime_type: file.mimeType,
					bytes: file.bytes,
					sha256: file.sha256,
					downloaded_at: file.downloadedAt,
				}
			: null,
	};
}

/** The item's files, with the recording in its field: another file must not pass for one. */
function filesOf({ binary = {} }: INodeExecutionData, field: string, file?: RecordingFile) {
	const others = Object.entries(binary).filter(([name]) => name !== field);
	const files = [...others, ...(file ? [[field, file.binary] as const] : [])];
	return files.length > 0 ? { binary: Object.fromEntries(files) } : {};
}

/**
 * Downloads the recording of a verification into a binary field, after it has asked for the status,
 * where the link is. A link expires after about an hour and opens the recording to whoever has it.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status
 */
export const operation: Operation = {
	simplified: [
		'status',
		'sub_status',
		'outcome',
		'verification_id',
		'user_id',
		'reference_id',
		'recording.file_name',
		'recording.bytes',
		'recording.sha256',
		'recording.downloaded_at',
	],
	maxConcurrentItems: 2,
	prepare(fields) {
		const { options, fieldError } = fields;
		const field = requiredText(fields.get(outputField.name), fieldError(outputField.displayName));
		const maxBytes = Math.floor(numberOf(maximumSize, options, fieldError) * 1_000_000);
		const decisionWords = readDecisionWords(options, fieldError);
		const choiceError = fieldError(ifNoRecording.displayName);
		const whenNone = choice(options.ifNoRecording, ['return', 'refuse'], choiceError, 'refuse');
		const request = getStatusRequest(verificationQuery(fields));
		return {
			requests: [request],
			async download([first = {}], run) {
				const { context, itemIndex, timeout } = run;
				const { answer, file } = await fetchRecording(first, request, maxBytes, run);
				if (!file && whenNone === 'refuse') {
					const node = context.getNode();
					const about = { node, itemIndex, answer, maxBytes, timeout };
					const error = recordingError('none', about);
					throw error;
				}
				const input = context.getInputData()[itemIndex] ?? { json: {} };
				const json = withOutcome(outputOf(answer, file), outcomeOf(answer, decisionWords));
				return { json, ...filesOf(input, field, file) };
			},
		};
	},
};
