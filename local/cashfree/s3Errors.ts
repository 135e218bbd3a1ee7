import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** The answers of S3 to a request that it refuses; `details` are further elements. */
export interface S3Error {
	status: number;
	code: string;
	message: string;
	details?: Record<string, string>;
}

export const s3Errors = {
	accessDenied: { status: 403, code: 'AccessDenied', message: 'Access Denied' },
	wrongSignature: {
		status: 403,
		code: 'SignatureDoesNotMatch',
		message: 'The signature of this request is not the one that was calculated for it.',
	},
	notFound: { status: 404, code: 'NoSuchKey', message: 'There is no recording here.' },
	internalError: {
		status: 500,
		code: 'InternalError',
		message: 'An internal error occurred. Please try again.',
	},
} satisfies Record<string, S3Error>;

const time = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** @param expiresAt milliseconds, as is `now` */
export const expired = (expiresAt: number, now: number): S3Error => ({
	...s3Errors.accessDenied,
	message: 'Request has expired',
	details: { Expires: time(expiresAt), ServerTime: time(now) },
});

/** @param names headers that the link was not signed for */
export const unsignedHeaders = (names: string[]): S3Error => ({
	status: 400,
	code: 'InvalidArgument',
	message: `Only the link's own signature may authorize this request. Not expected: ${names.join(', ')}`,
});

/** Sends the error as S3 does, in XML. */
export function sendS3Error(reply: FastifyReply, { status, code, message, details }: S3Error) {
	const parts = { Code: code, Message: message, ...details, RequestId: randomBytes(8) };
	const elements = Object.entries(parts).map(([name, value]) => {
		const text = typeof value === 'string' ? value : value.toString('hex').toUpperCase();
		return `<${name}>${text}</${name}>`;
	});
	const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${elements.join('')}</Error>`;
	return reply.code(status).type('application/xml').send(xml);
}
