import type { Answer, Attempt } from './attempt';
import { parseJson } from '../../shared/json';

export interface FullResponse {
	statusCode: number;
	headers: Answer['headers'];
	body: unknown;
}

/** What an answer is worth, of which n8n has read nothing but the bytes. */
export function readResponse({ statusCode: status, headers, body }: FullResponse): Attempt {
	const text = (typeof body === 'string' ? body : JSON.stringify(body)) ?? '';
	const json = parseJson(text);
	// a redirect and a refusal for the rate limit mean the same, whatever stands in them
	if ((status >= 300 && status < 400) || status === 429) {
		return { outcome: 'answered', status, headers, body: json ?? {} };
	}
	if (!json) {
		const reason = text.trim() === '' ? 'empty' : /^\s*</.test(text) ? 'html' : 'not json';
		return { outcome: 'unknown', reason, status, headers };
	}
	if (status >= 500) return { outcome: 'unknown', reason: 'server', status, headers, body: json };
	return { outcome: 'answered', status, headers, body: json };
}

/** As Node.js, axios and n8n throw it, each one the cause of the next */
interface Fault {
	code?: string;
	syscall?: string;
	isAxiosError?: boolean;
	/** One for each address of the host */
	errors?: Fault[];
	cause?: Fault;
}

/** A certificate that was refused: nothing of a request is written before it was checked. */
const certificateCodes = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

export const isCertificateCode = (code: string) => certificateCodes.test(code);

/** Whether it happened before the connection stood. The code alone does not tell. */
function wasConnecting(fault: Fault | undefined): boolean {
	if (fault?.errors) return fault.errors.every(wasConnecting);
	return fault?.syscall === 'connect' || fault?.syscall === 'getaddrinfo';
}

/**
 * How a request ended that n8n threw for.
 *
 * @param isStopped whether the run was stopped meanwhile
 * @returns `undefined` where the request could not even be made
 */
export function readFault(thrown: unknown, isStopped: boolean): Attempt | undefined {
	const { cause } = thrown as Fault;
	if (!cause?.isAxiosError) return undefined;
	const { code = '' } = cause;
	if (isCertificateCode(code) || wasConnecting(cause.cause)) return { outcome: 'not sent', code };
	if (isStopped) return { outcome: 'unknown', reason: 'stopped' };
	const isTimeout = ['ERR_CANCELED', 'ECONNABORTED', 'ETIMEDOUT'].includes(code);
	return { outcome: 'unknown', reason: isTimeout ? 'timeout' : 'connection lost' };
}
