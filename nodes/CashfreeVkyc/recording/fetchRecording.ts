import type { IDataObject } from 'n8n-workflow';
import { idText } from '../actions/answer';
import type { DownloadRun } from '../actions/operation';
import { recordingError } from '../errors/recordingError';
import { backoff, systemClock } from '../transport/clock';
import type { CashfreeRequest } from '../transport/request';
import { downloadOnce } from './download';
import { isWorthAnotherTry } from './downloadOutcome';
import type { RecordingFile } from './downloadOutcome';
import { readLink } from './link';

/** Each with a link of its own */
const maxDownloads = 3;

/** Milliseconds */
const longestPause = 10_000;

/** A name that any storage takes, after the verification. */
const nameOf = ({ verification_id: id, reference_id: reference }: IDataObject) =>
	(idText(id) || idText(reference)).slice(0, 100).replace(/[^\w.-]/g, '_');

export interface RecordingResult {
	/** Cashfree's newest answer about the verification */
	answer: IDataObject;
	/** Missing where the verification has no recording */
	file?: RecordingFile;
}

/**
 * Downloads the recording of a verification. A link expires after about an hour: where one is refused, or
 * the download breaks off, the status is asked again and the download begins anew.
 *
 * @param firstAnswer to `request`, which asks for the verification's status
 * @throws NodeOperationError where the recording cannot be had as a whole, or NodeApiError where
 *   Cashfree does not answer the repeated question
 */
export async function fetchRecording(
	firstAnswer: IDataObject,
	request: CashfreeRequest,
	maxBytes: number,
	{ context, itemIndex, send, credential, timeout, stop }: DownloadRun,
	clock = systemClock,
): Promise<RecordingResult> {
	let answer = firstAnswer;
	for (let download = 1; ; download++) {
		const about = { node: context.getNode(), itemIndex, answer, maxBytes, timeout };
		const read = readLink(answer.recording_link, credential.environment);
		if (read === 'none') return { answer };
		if (read === 'bad') {
			const error = recordingError({ reason: 'bad_link' }, about);
			throw error;
		}
		const limits = { maxBytes, timeout, stop };
		const outcome = await downloadOnce(context, read.link, nameOf(answer), limits, clock);
		if (outcome.state === 'downloaded') return { answer, file: outcome.file };
		if (download === maxDownloads || !isWorthAnotherTry(outcome)) {
			const error = recordingError(outcome, about);
			throw error;
		}
		await clock.sleep(backoff(download, longestPause, clock), stop);
		answer = await send(request);
	}
}
