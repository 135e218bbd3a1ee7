import type { IDataObject, NodeOperationError } from 'n8n-workflow';

interface Sent {
	/** By which Cashfree's support finds the request, where one was begun: its header `x-request-id` */
	requestId?: string | undefined;
}

export interface Answer extends Sent {
	state: 'answered';
	status: number;
	/** Those that say when to send again */
	headers: Record<string, string | undefined>;
	body: IDataObject;
}

/** Cashfree did not act on the request, so that sending it again is safe. */
export interface NotSent extends Sent {
	state: 'not_sent';
	/** The network's code, e.g. `ECONNREFUSED`, or one of `ownCodes` */
	code: string;
	/** What n8n or the credential says where the request could not even be made */
	error?: NodeOperationError;
	/** Of the last request, where there was an answer */
	status?: number | undefined;
	headers?: undefined;
	body?: IDataObject | undefined;
}

export const ownCodes = {
	/** Look-ups proved that Cashfree received none of the requests. */
	notCreated: 'not_created',
	/** The proxy wants to know who sends, before it hands anything on. */
	proxy: 'proxy_authentication_required',
	/** The run has given up waiting for the rate limit. */
	rateLimit: 'rate_limit',
	/** The run was stopped before. */
	stopped: 'run_stopped',
} as const;

/** Cashfree may have acted on the request or not. */
export interface Unknown extends Sent {
	state: 'unknown';
	reason:
		| 'timeout'
		| 'connection_lost'
		| 'stopped'
		| 'server'
		| 'empty'
		| 'html'
		| 'not_json'
		/** JSON, but neither a success nor a refusal in the form of Cashfree's */
		| 'not_cashfree'
		/** A proxy's own answer */
		| 'proxy'
		/** A success, but not of this request */
		| 'not_expected'
		/** A request got no answer, and a later one was refused */
		| 'refused_later';
	/** What the answer does not contain, where it was `not_expected` */
	expected?: string;
	status?: number;
	headers?: Answer['headers'];
	/** Cashfree's own words, where it gave any */
	body?: IDataObject;
}

/** How one HTTP request ended. Each decision about what comes next reads off the outcome. */
export type RequestOutcome = Answer | NotSent | Unknown;
