import type { IBinaryData, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import type { Clock } from '../transport/clock';
import type { DownloadFailure, DownloadOutcome } from './downloadOutcome';
import { Transfer } from './transfer';
import type { ByteStream, TransferLimits } from './transfer';

interface StreamResponse {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: ByteStream;
}

/** Other types are those of web pages and errors. */
const recordingType = /^(video\/|application\/mp4$)/;

/** The bytes are as the server sent them; `aws-chunked` names how they were once uploaded. */
const plainEncoding = /^(identity|aws-chunked)?$/i;

const extensions: Record<string, string> = { 'video/mp4': 'mp4', 'video/webm': 'webm' };

/** The MIME type, without parameters. The documentation's recordings are MP4 files, S3 need not say so. */
function mimeTypeOf({ 'content-type': header = '' }: StreamResponse['headers']): string {
	const type = /^[\w.+-]{1,50}\/[\w.+-]{1,50}/.exec(header.trim().toLowerCase())?.[0] ?? '';
	return type === '' || type.endsWith('/octet-stream') ? 'video/mp4' : type;
}

/** What can be said against an answer before its body is read. */
function failureOf(
	{ statusCode, headers }: StreamResponse,
	max: number,
): DownloadFailure | undefined {
	const status = statusCode;
	if (status >= 300 && status < 400) return { reason: 'redirect', status };
	if (status !== 200) return { reason: 'refused', status };
	const encoding = headers['content-encoding']?.trim() ?? '';
	if (!recordingType.test(mimeTypeOf(headers)) || !plainEncoding.test(encoding)) {
		return { reason: 'not_a_recording', status };
	}
	// without it nothing proves that all of it arrived: axios takes a part of what was packed for the whole
	if (headers['content-length'] === undefined) return { reason: 'no_length', status };
	return Number(headers['content-length']) > max ? { reason: 'too_large', status } : undefined;
}

/** The code of a system error, which quotes nothing. */
function codeIn(thrown: unknown): { code?: string } {
	const { code } = (thrown ?? {}) as { code?: unknown };
	return typeof code === 'string' && /^[A-Z][A-Z\d_]{1,40}$/.test(code) ? { code } : {};
}

/**
 * Downloads a recording once and has n8n store it while it arrives. The request carries no key and no
 * cookie; redirects are not followed. TLS and proxy are as set up in n8n.
 *
 * @param name of the file, without its extension
 * @returns a failure rather than an exception: an exception of n8n's would quote the link
 */
export async function downloadOnce(
	context: IExecuteFunctions,
	link: string,
	name: string,
	limits: TransferLimits,
	clock: Clock,
): Promise<DownloadOutcome> {
	const transfer = new Transfer(limits, clock);
	const options: IHttpRequestOptions = {
		method: 'GET',
		url: link,
		// a compressed answer would not have the length that it states
		headers: { accept: 'video/mp4, */*', 'accept-encoding': 'identity' },
		encoding: 'stream',
		timeout: limits.timeout,
		abortSignal: transfer.signal,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	};
	const failed = (failure: DownloadFailure): DownloadOutcome => ({
		state: 'failed',
		...transfer.fail(failure),
	});
	try {
		let response: StreamResponse;
		try {
			response = (await context.helpers.httpRequest(options)) as StreamResponse;
		} catch (thrown) {
			return failed({ reason: 'no_connection', ...codeIn((thrown as Error).cause ?? thrown) });
		}
		const { statusCode: status, headers, body } = response;
		transfer.begin(body);
		const failure = failureOf(response, limits.maxBytes);
		if (failure) return failed(failure);
		const mimeType = mimeTypeOf(headers);
		const fileName = `${name}.${extensions[mimeType] ?? 'bin'}`;
		let binary: IBinaryData;
		try {
			const stream = transfer.meter(body, Number(headers['content-length']));
			const stored = context.helpers.prepareBinaryData(stream, fileName, mimeType);
			// a storage that hangs must not keep a run that is stopped
			binary = await Promise.race([stored, transfer.givenUp()]);
		} catch (thrown) {
			return failed({ reason: 'not_stored', ...codeIn(thrown) });
		}
		if (!transfer.isWhole) return failed({ reason: 'not_stored', status });
		const downloadedAt = new Date(clock.date()).toISOString();
		const { bytes } = transfer;
		const file = { binary, fileName, mimeType, bytes, sha256: transfer.sha256(), downloadedAt };
		return { state: 'downloaded', file };
	} finally {
		transfer.end();
	}
}
