import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Core } from '../core';
import { getRecording } from '../faultList';
import type { Fault } from '../faultList';
import { addHooks } from '../hooks';
import { recordingContent } from '../recordingContent';
import type { Request } from '../request';
import { expired, s3Errors, sendS3Error, unsignedHeaders } from '../s3Errors';
import type { S3Error } from '../s3Errors';
import type { Verification } from '../records';

/** Headers that would carry keys to the recording's host, which S3 refuses as well. */
const keyHeaders = ['x-client-id', 'x-client-secret', 'x-cf-signature', 'authorization'];

/** @returns the recorded verification, or how S3 refuses the request */
function find({ headers, url, params, fault }: Request, core: Core): Verification | S3Error {
	const unsigned = keyHeaders.filter((name) => name in headers);
	if (unsigned.length > 0) return unsignedHeaders(unsigned);
	if (fault?.kind === '403') return s3Errors.accessDenied;
	if (fault?.kind === '500') return s3Errors.internalError;
	const times = core.recordings.readLink(url);
	if (!times) return s3Errors.wrongSignature;
	if (core.now() >= times.expiresAt) return expired(times.expiresAt, core.now());
	const verification = core.state.verifications.get(String(params.verification_id));
	return verification?.recorded ? verification : s3Errors.notFound;
}

/** @returns how many bytes to send, and the content-length to claim */
function lengths(size: number, { kind, bytes = 0 }: Partial<Fault> = {}) {
	if (kind === 'cut-body') return { sent: Math.min(bytes, size), claimed: size };
	if (kind === 'half-body') return { sent: size >> 1, claimed: size };
	if (kind === 'false-length') return { sent: size, claimed: bytes };
	return { sent: size, claimed: kind === 'no-length' ? undefined : size };
}

/** Sends the bytes as fast as the caller takes them, or as slowly as the fault says. */
async function* paced(
	content: Iterable<Buffer>,
	{ kind, bytes = 0, ms }: Partial<Fault> = {},
	signal: AbortSignal,
): AsyncGenerator<Buffer> {
	const step = kind === 'slow-body' ? Math.max(1, Math.ceil(bytes / 20)) : Infinity;
	// at least one, without which the headers would not be sent
	let left = kind === 'stalled-body' ? Math.max(1, bytes) : Infinity;
	for (const chunk of content) {
		for (let start = 0; start < chunk.length; ) {
			if (left === 0) {
				// for longer than any test waits, where nothing else is asked for
				await wait(ms ?? 2 ** 31 - 1, undefined, { signal, ref: false });
				left = Infinity;
			}
			const part = chunk.subarray(start, start + Math.min(step, left));
			yield part;
			start += part.length;
			left -= part.length;
			if (kind === 'slow-body') await wait(50, undefined, { signal, ref: false });
		}
	}
}

/** `GET /recordings/<verification ID>.mp4`: the recordings, behind links as S3 signs them. */
export function addRecordings(app: FastifyInstance, core: Core) {
	addHooks(app, core, () => getRecording);
	app.get('/:verification_id.mp4', { logLevel: 'silent' }, async (raw, reply) => {
		const request = raw as Request;
		const found = find(request, core);
		if ('code' in found) return sendS3Error(reply, found);
		const { entry, fault } = request;
		const size = core.recordings.sizeOf(found);
		const { sent, claimed } = lengths(size, fault);
		const end = core.recordings.begin(found);
		const closed = new AbortController();
		reply.raw.once('close', () => {
			closed.abort();
			entry.processed = reply.raw.writableFinished && sent === size;
			end(entry.processed);
		});
		// A connection kept alive would leave the caller waiting for what the content-length claims.
		if (claimed !== sent) reply.header('connection', 'close');
		if (claimed !== undefined) reply.header('content-length', claimed);
		const content = paced(recordingContent(found.verification_id, sent), fault, closed.signal);
		return reply.type('video/mp4').send(Readable.from(content, { objectMode: false }));
	});
}
