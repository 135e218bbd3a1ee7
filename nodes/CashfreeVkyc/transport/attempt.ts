import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, IHttpRequestMethods } from 'n8n-workflow';
import type { Advice } from './advice';
import { parseJson } from './json';

/** What a request creates, and how to tell whether it did. */
export interface Creates {
	/** Names it among all items of the run; items of the same name share one request */
	id?: string;
	/** Finds it again; without, the request is never repeated after an unknown outcome */
	lookUp?: CashfreeRequest;
	/** Whether one that exists already counts as success */
	takesExisting: boolean;
	/** Whether an answer speaks of the user that the request is about, or does not say */
	owner(answer: IDataObject): 'same' | 'other' | 'unstated';
	/** What to say where it is another user's, whose data must not be handed on */
	otherOwner: Advice;
	/** What to do where it stays unknown whether it was created, as a sentence */
	clearUp: string;
}

/** One request to Cashfree, as an operation states it. */
export interface CashfreeRequest {
	method: IHttpRequestMethods;
	/** Below the base URL, e.g. `/vkyc` */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	creates?: Creates;
}

export interface Answer {
	outcome: 'answered';
	status: number;
	headers: Record<string, string | undefined>;
	body: IDataObject;
}

/** Nothing reached Cashfree, so that sending it again is safe. */
export interface NotSent {
	outcome: 'not sent';
	/** The network's code, e.g. `ECONNREFUSED`, or `not_created` */
	code: string;
}

/** The code where each try was lost on the way, which a look-up proved */
export const notCreated = 'not_created';

/** Cashfree may have acted on the request or not. */
export interface Unknown {
	outcome: 'unknown';
	reason: 'timeout' | 'connection lost' | 'server' | 'empty' | 'html' | 'not json';
	status?: number;
	headers?: Answer['headers'];
	/** Cashfree's own words, where it gave any */
	body?: IDataObject;
}

/** How one try to send a request ended. Each decision about what comes next reads off the outcome. */
export type Attempt = Answer | NotSent | Unknown;

interface FullResponse {
	statusCode: number;
	headers: Answer['headers'];
	body: unknown;
}

const notSentCodes =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function readResponse({ statusCode: status, headers, body }: FullResponse): Attempt {
	if (status >= 300 && status < 400) return { outcome: 'answered', status, headers, body: {} };
	const text = typeof body === 'string' ? body : JSON.stringify(body ?? '');
	const json = parseJson(text);
	if (!json) {
		const reason = text.trim() === '' ? 'empty' : /^\s*</.test(text) ? 'html' : 'not json';
		return { outcome: 'unknown', reason, status, headers };
	}
	if (status >= 500) return { outcome: 'unknown', reason: 'server', status, headers, body: json };
	return { outcome: 'answered', status, headers, body: json };
}

interface NetworkFault {
	cause?: { code?: string; isAxiosError?: boolean; cause?: { syscall?: string }; name?: string };
}

/**
 * Sends a request once. Redirects are not followed.
 *
 * @param timeout milliseconds
 * @throws what n8n or the credential says where the request could not even be made
 */
export async function attempt(
	context: IExecuteFunctions,
	baseUrl: string,
	request: CashfreeRequest,
	timeout: number,
): Promise<Attempt> {
	try {
		const response: FullResponse = await context.helpers.httpRequestWithAuthentication.call(
			context,
			'cashfreeSecureIdApi',
			{
				method: request.method,
				url: `${baseUrl}${request.path}`,
				qs: request.query,
				body: request.body,
				headers: { accept: 'application/json', 'content-type': 'application/json' },
				// n8n's own parsing would round numbers beyond 2^53
				encoding: 'text',
				timeout,
				disableFollowRedirect: true,
				// with an exception for HTTP 401, n8n would send the request a second time
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			},
		);
		return readResponse(response);
	} catch (thrown) {
		const { cause } = thrown as NetworkFault;
		const code = cause?.code ?? '';
		if (!cause?.isAxiosError || code === 'ERR_CANCELED') {
			throw new NodeOperationError(context.getNode(), thrown as Error);
		}
		if (notSentCodes.test(code) || cause.cause?.syscall === 'connect') {
			return { outcome: 'not sent', code };
		}
		const isTimeout = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
		return { outcome: 'unknown', reason: isTimeout ? 'timeout' : 'connection lost' };
	}
}
