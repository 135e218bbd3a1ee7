import type { IDataObject, IHttpRequestMethods, NodeOperationError } from 'n8n-workflow';
import type { Advice } from './adviceByCode';

/** What a request creates, and how to tell whether it did. */
export interface Creates {
	/** Names it among all items of the run; items of the same name share one request */
	id?: string | undefined;
	/** Finds it again; without, the request is never repeated after an unknown outcome */
	lookUp?: CashfreeRequest | undefined;
	/** Whether one that exists already counts as success */
	takesExisting: boolean;
	/** Whether an answer speaks of the user that the request is about, or does not say */
	owner(answer: IDataObject): 'same' | 'other' | 'unstated';
	/** What to say where it is another user's, whose data must not be handed on */
	otherOwner: Advice;
	/** What to look up where Cashfree may have acted on the request all the same, as sentences */
	compare: string;
	/** How the screen names the ID */
	idLabel: string;
	/** How the screen names the fields of the request's body, by their keys there */
	labels: Record<string, string>;
}

/** What a success has to contain: HTTP 200 alone proves nothing. */
export interface Expected {
	/** In words, e.g. `this verification and its link` */
	what: string;
	isIn(body: IDataObject): boolean;
}

/** One request to Cashfree, as an operation states it. */
export interface CashfreeRequest {
	method: IHttpRequestMethods;
	/** Below the base URL, e.g. `/vkyc` */
	path: string;
	/** Of a request that asks for one thing: the name of its ID, and the ID */
	query?: IDataObject;
	body?: IDataObject;
	expects: Expected;
	/** What to do where it is not known whether Cashfree acted, as sentences; without, it changes nothing */
	clearUp?: string;
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
	/** What n8n or the credential says where the request could not even be made */
	fault?: NodeOperationError;
	/** Of the last try, where there was an answer */
	status?: number | undefined;
	headers?: undefined;
	body?: IDataObject | undefined;
}

export const ownCodes = {
	/** Each try was lost on the way, which look-ups proved. */
	notCreated: 'not_created',
	/** The proxy wants to know who sends, before it hands anything on. */
	proxy: 'proxy_authentication_required',
	/** The run has given up waiting for the rate limit. */
	rateLimit: 'rate_limit',
	/** The run was stopped before. */
	stopped: 'run_stopped',
} as const;

/** Cashfree may have acted on the request or not. */
export interface Unknown {
	outcome: 'unknown';
	reason:
		| 'timeout'
		| 'connection lost'
		| 'stopped'
		| 'server'
		| 'empty'
		| 'html'
		| 'not json'
		/** JSON, but neither a success nor a refusal in the form of Cashfree's */
		| 'not cashfree'
		/** A proxy's own answer */
		| 'proxy'
		/** A success, but not of this request */
		| 'not expected'
		/** A try got no answer, and a later one was refused */
		| 'refused later';
	/** What the answer does not contain, where it was `not expected` */
	expected?: string;
	status?: number;
	headers?: Answer['headers'];
	/** Cashfree's own words, where it gave any */
	body?: IDataObject;
}

/** How one try to send a request ended. Each decision about what comes next reads off the outcome. */
export type Attempt = Answer | NotSent | Unknown;
