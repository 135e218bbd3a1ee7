import type { IDataObject, INode, NodeOperationError } from 'n8n-workflow';
import type { DownloadFailure } from '../recording/downloadOutcome';
import { ownCodes } from '../transport/requestOutcome';
import type { Advice } from './adviceByCode';
import { withoutUndefined } from './details';
import { operationError } from './operationError';

/** The codes of items that failed after Cashfree's answer to the question for the status. */
export const recordingCodes = {
	none: 'no_recording',
	tooLarge: 'recording_too_large',
	notDownloaded: 'recording_not_downloaded',
	notStored: 'recording_not_stored',
} as const;

/** What a message about a recording names. */
export interface RecordingContext {
	node: INode;
	itemIndex: number;
	/** Cashfree's answer about the verification */
	answer: IDataObject;
	/** Of 'Maximum Size (MB)' */
	maxBytes: number;
	/** Milliseconds */
	timeout: number;
}

const storage =
	'In queue mode, n8n keeps files in its database unless set otherwise: each is read into memory as a whole, and one of more than 512 MB is refused. Set N8N_DEFAULT_BINARY_DATA_MODE to s3, or to filesystem if all n8n processes share a folder.';
const network = "Check the network and proxy of n8n's server, then run this item again.";
const show = 'Run this item again. If the error remains, send this message to Cashfree support.';

const none: Advice = {
	message: 'The verification has no recording yet',
	description:
		"Run this item again after the video call, or set 'If No Recording Exists' to 'Return Item Without File'.",
};

function adviceOn(
	{ reason, status, code }: DownloadFailure,
	{ maxBytes, timeout }: RecordingContext,
): Advice {
	const withCode = code ? ` (${code})` : '';
	switch (reason) {
		case 'bad_link':
			return {
				message: 'Cashfree answered with a link to the recording that the node does not open',
				description: `It opens links that start with https:// and contain no user name. ${show}`,
			};
		case 'no_connection':
			return {
				message: `The server of the recording could not be reached${withCode}`,
				description: network,
			};
		case 'refused':
			return {
				message: `The server of the recording refused the download (HTTP ${status})`,
				description: `The node asked Cashfree for a new link each time. ${show}`,
			};
		case 'redirect':
			return {
				message: `The server of the recording answered with a redirect (HTTP ${status}), which is not followed`,
				description: network,
			};
		case 'not_a_recording':
			return {
				message: 'A web page or an error came back instead of the recording',
				description: network,
			};
		case 'no_length':
			return {
				message: 'The recording came without its length, so that it may be incomplete',
				description: network,
			};
		case 'empty':
			return { message: 'The recording is empty', description: show };
		case 'incomplete':
			return {
				message: 'The recording did not arrive as a whole',
				description: `The node passed on no part of it. ${network}`,
			};
		case 'timeout':
			return {
				message: `No byte of the recording arrived for ${timeout / 1000} seconds`,
				description: `Raise 'Timeout (Seconds)' in the options. ${network}`,
			};
		case 'too_large':
			return {
				message: `The recording is larger than ${maxBytes / 1_000_000} MB`,
				description: `Raise 'Maximum Size (MB)' in the options, if n8n's storage has room for it. ${storage}`,
			};
		case 'not_stored':
			return {
				message: `n8n could not store the recording${withCode}`,
				description: `Check the free space of n8n's storage. ${storage}`,
			};
		case 'stopped':
			return {
				message: 'The run was stopped before the recording was downloaded',
				description: 'Run this item again.',
			};
	}
}

function codeOf({ reason }: DownloadFailure): string {
	if (reason === 'stopped') return ownCodes.stopped;
	if (reason === 'too_large') return recordingCodes.tooLarge;
	return reason === 'not_stored' ? recordingCodes.notStored : recordingCodes.notDownloaded;
}

/**
 * The failure of an item whose recording was not handed on. `context.data` goes to the item's JSON
 * with *continue on fail*. Neither contains the link, which opens the recording to whoever has it.
 *
 * @param failure `none` where the verification has no recording
 */
export function recordingError(
	failure: DownloadFailure | 'none',
	context: RecordingContext,
): NodeOperationError {
	const { node, itemIndex, answer } = context;
	const isNone = failure === 'none';
	const { verification_id, reference_id, status, sub_status } = answer;
	const details = withoutUndefined({
		code: isNone ? recordingCodes.none : codeOf(failure),
		http_status: isNone ? undefined : failure.status,
		outcome: 'answered',
		...{ verification_id, reference_id, status, sub_status },
	});
	return operationError(node, itemIndex, isNone ? none : adviceOn(failure, context), details);
}
