import type { IBinaryData } from 'n8n-workflow';

/** A recording that n8n has stored as a whole. */
export interface RecordingFile {
	/** What goes to the next node in place of the bytes */
	binary: IBinaryData;
	fileName: string;
	mimeType: string;
	bytes: number;
	/** Of the bytes, in hexadecimal digits */
	sha256: string;
	/** When the last byte was stored, ISO 8601 in UTC */
	downloadedAt: string;
}

export interface DownloadFailure {
	reason: /** No address that the node opens */
	| 'bad_link'
		/** No connection, or it was lost before the answer began */
		| 'no_connection'
		/** Any status but 200 */
		| 'refused'
		| 'redirect'
		/** A web page, or an error in XML or JSON */
		| 'not_a_recording'
		/** It cannot be known whether all of it arrived */
		| 'no_length'
		| 'empty'
		/** Other bytes arrived than the answer's length says */
		| 'incomplete'
		/** No byte arrived for the time of 'Timeout (Seconds)' */
		| 'timeout'
		| 'too_large'
		/** n8n's storage refused it */
		| 'not_stored'
		| 'stopped';
	/** HTTP status, where there was an answer */
	status?: number;
	/** The system's code, e.g. `ECONNREFUSED` or `ENOSPC` */
	code?: string;
}

/** How one try to download a recording ended. */
export type DownloadOutcome =
	| { state: 'downloaded'; file: RecordingFile }
	| ({ state: 'failed' } & DownloadFailure);

/** What another try, with a new link, may mend. */
const passing: ReadonlyArray<DownloadFailure['reason']> = [
	...(['no_connection', 'refused', 'empty', 'incomplete', 'timeout'] as const),
];

export const isWorthAnotherTry = ({ reason }: DownloadFailure): boolean => passing.includes(reason);
