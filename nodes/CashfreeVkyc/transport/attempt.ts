import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
} from 'n8n-workflow';
import type { Advice } from './advice';
import type { Clock } from './clock';
import { credentialType } from './credential';
import type { Credential } from './credential';
import { withDeadline } from './deadline';
import { readFault, readResponse } from './outcome';
import type { FullResponse } from './outcome';

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

/** Cashfree did not act on the request, so that sending it again is safe. */
export interface NotSent {
	outcome: 'not sent';
	/** The network's code, e.g. `ECONNREFUSED`, or one of `ownCodes` */
	code: string;
	/** Of the last try, where there was an answer */
	status?: number;
	headers?: undefined;
	body?: IDataObject;
}

export const ownCodes = {
	/** Each try was lost on the way, which look-ups proved. */
	notCreated: 'not_created',
	/** The run was stopped before. */
	stopped: 'run_stopped',
} as const;

/** Cashfree may have acted on the request or not. */
export interface Unknown {
	outcome: 'unknown';
	reason: 'timeout' | 'connection lost' | 'stopped' | 'server' | 'empty' | 'html' | 'not json';
	status?: number;
	headers?: Answer['headers'];
	/** Cashfree's own words, where it gave any */
	body?: IDataObject;
}

/** How one try to send a request ended. Each decision about what comes next reads off the outcome. */
export type Attempt = Answer | NotSent | Unknown;

export interface Conditions {
	credential: Credential;
	/** Milliseconds that a request may take, from connecting to the last byte of its answer */
	timeout: number;
	clock: Clock;
	/** Aborted when the run is stopped */
	signal: AbortSignal | undefined;
	itemIndex: number;
}

/**
 * Sends a request once. Redirects are not followed. TLS and proxy are as set up in n8n.
 *
 * @throws NodeOperationError with what n8n or the credential says where it could not even be made
 */
export async function attempt(
	context: IExecuteFunctions,
	request: CashfreeRequest,
	{ credential, timeout, clock, signal: runSignal, itemIndex }: Conditions,
): Promise<Attempt> {
	const send = async (signal: AbortSignal): Promise<FullResponse> => {
		// n8n takes the signal from here, older versions from the options
		const caller = Object.create(context, { getExecutionCancelSignal: { value: () => signal } });
		const options: IHttpRequestOptions = {
			method: request.method,
			url: `${credential.address}${request.path}`,
			qs: request.query,
			body: request.body,
			headers: { accept: 'application/json', 'content-type': 'application/json' },
			// n8n's own parsing would round numbers beyond 2^53
			encoding: 'text',
			timeout,
			abortSignal: signal,
			disableFollowRedirect: true,
			// with an exception for HTTP 401, n8n would send the request a second time
			ignoreHttpStatusErrors: true,
			returnFullResponse: true,
		};
		const { decrypted: credentialsDecrypted } = credential;
		return await context.helpers.httpRequestWithAuthentication.call(
			caller,
			credentialType,
			options,
			{ credentialsDecrypted },
		);
	};
	try {
		return readResponse(await withDeadline(timeout, clock, runSignal, send));
	} catch (thrown) {
		const end = readFault(thrown, runSignal?.aborted === true);
		if (end) return end;
		const fault = new NodeOperationError(context.getNode(), thrown as Error, { itemIndex });
		fault.context.data = { outcome: 'not sent' };
		throw fault;
	}
}
