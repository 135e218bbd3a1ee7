import type { IDataObject } from 'n8n-workflow';
import { parseJson } from '../../shared/json';
import { ownCodes } from './requestOutcome';
import type { Answer, RequestOutcome, Unknown } from './requestOutcome';
import type { Expected } from './request';
import { isRefusal } from './envelope';
import { limitHeaders } from './retryAfter';
import { failureOnTheWay } from './thrown';
import type { Thrown } from './thrown';

export interface FullResponse {
	statusCode: number;
	headers: Answer['headers'];
	body: unknown;
}

/** Only a proxy that answers by itself has these. */
const ownHeaders = ['proxy-authenticate', 'x-squid-error'];

/** A proxy, or a gateway in front of Cashfree, has these also where it hands on. */
const passingHeaders = ['proxy-connection', 'proxy-status', 'via'];

/** A page of a proxy names it near its top, or in a comment there. */
const pageStart = 10_000;

/** Whether a refusal was made by a proxy, as far as it shows. */
function isOfProxy(headers: Answer['headers'], text: string, json: IDataObject | undefined) {
	const hasOneOf = (names: string[]) => names.some((name) => headers[name] !== undefined);
	if (hasOneOf(ownHeaders)) return true;
	if (json && isRefusal(json)) return false;
	const trace = /proxy|squid/i;
	return hasOneOf(passingHeaders) || trace.test(`${headers.server} ${text.slice(0, pageStart)}`);
}

/** What came in place of an answer in Cashfree's form. */
function reasonOf(text: string, isJson: boolean): Unknown['reason'] {
	if (isJson) return 'not_cashfree';
	const start = text.trimStart();
	if (start === '') return 'empty';
	return start.startsWith('<') ? 'html' : 'not_json';
}

/**
 * What an answer is worth, of which n8n has read nothing but the bytes.
 *
 * @param expected what the request has to get from Cashfree, if it is to be a success
 */
export function classifyResponse(
	{ statusCode: status, headers: allHeaders = {}, body }: FullResponse,
	expected: Expected,
): RequestOutcome {
	const text = (typeof body === 'string' ? body : JSON.stringify(body)) ?? '';
	const json = parseJson(text);
	const headers = limitHeaders(allHeaders);
	// a proxy asks for a password before it hands anything on, and Cashfree is none
	if (status === 407) return { state: 'not_sent', code: ownCodes.proxy, status };
	// a redirect and a refusal for the rate limit mean the same, whatever they contain
	if ((status >= 300 && status < 400) || status === 429) {
		return { state: 'answered', status, headers, body: json ?? {} };
	}
	if (json && status < 300) {
		if (!isRefusal(json) && expected.isIn(json)) {
			return { state: 'answered', status, headers, body: json };
		}
		const { what } = expected;
		const reason = 'not_expected';
		return { state: 'unknown', reason, expected: what, status, headers, body: json };
	}
	if (status >= 400 && isOfProxy(allHeaders, text, json)) {
		return { state: 'unknown', reason: 'proxy', status, headers };
	}
	if (!json || !isRefusal(json)) {
		return { state: 'unknown', reason: reasonOf(text, json !== undefined), status, headers };
	}
	if (status >= 500) return { state: 'unknown', reason: 'server', status, headers, body: json };
	return { state: 'answered', status, headers, body: json };
}

/** A certificate that was refused: nothing of a request is written before it was checked. */
const certificateCodes = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const furtherCertificateCodes = ['INVALID_CA', 'INVALID_PURPOSE', 'HOSTNAME_MISMATCH'];

export const isCertificateCode = (code: string) =>
	certificateCodes.test(code) || furtherCertificateCodes.includes(code);

/** The host could not be reached. If an open connection was lost, the error also has a `syscall`. */
const noWayCodes = ['EHOSTUNREACH', 'ENETUNREACH'];

/** How Node.js and n8n's proxy agent say that a connection ended before it could carry a request. */
const beforeRequest = /secure TLS connection was established|CONNECT response/;

/** Whether it happened before the connection stood. The code alone does not tell. */
function wasConnecting(thrown: Thrown | undefined): boolean {
	if (thrown?.errors) return thrown.errors.length > 0 && thrown.errors.every(wasConnecting);
	if (beforeRequest.test(thrown?.message ?? '')) return true;
	if (thrown?.syscall === undefined) return noWayCodes.includes(thrown?.code ?? '');
	return thrown.syscall === 'connect' || thrown.syscall === 'getaddrinfo';
}

/**
 * How a request ended that n8n threw for.
 *
 * @param isStopped whether the run was stopped meanwhile
 * @returns `undefined` where the request could not even be made
 */
export function classifyError(thrown: unknown, isStopped: boolean): RequestOutcome | undefined {
	const failure = failureOnTheWay(thrown);
	if (!failure) return undefined;
	const { code = '', cause } = failure;
	if (isCertificateCode(code) || wasConnecting(cause)) return { state: 'not_sent', code };
	if (isStopped) return { state: 'unknown', reason: 'stopped' };
	const isTimeout = ['ERR_CANCELED', 'ECONNABORTED', 'ETIMEDOUT'].includes(code);
	return { state: 'unknown', reason: isTimeout ? 'timeout' : 'connection_lost' };
}
