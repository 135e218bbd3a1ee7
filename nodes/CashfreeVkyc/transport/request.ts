import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import type { Advice } from '../errors/adviceByCode';

/** What a request creates, and how to tell whether it did. */
export interface Creates {
	/** Names it among all items of the run; items of the same name share one request */
	id?: string | undefined;
	/** Finds it again; without, the request is never repeated after an unknown outcome */
	lookUp?: CashfreeRequest | undefined;
	/** Whether one that exists already counts as success */
	takesExisting: boolean;
	/**
	 * Adds to the answer what only the node knows
	 *
	 * @param created whether this item's request created it; `null` where that cannot be known
	 */
	withCreated?(answer: IDataObject, created: boolean | null): IDataObject;
	/** Whether an answer speaks of the user that the request is about, or does not say */
	owner(answer: IDataObject): 'same' | 'other' | 'unstated';
	/** What to say where it is another user's, whose data must not be handed on */
	otherOwner: Advice;
	/** What to look up where Cashfree may have acted on the request all the same, as sentences */
	compare: string;
	/** How the screen names the ID */
	idLabel: string;
	/** The ID itself */
	idValue?: string | undefined;
	/** How the screen names the fields of the request's body, by their keys there */
	labels: Record<string, string>;
}

/** Names what a request creates among all items of a run: equal IDs of two accounts are two things. */
export const nameOfCreated = (account: string, id: string): string => `${account} ${id}`;

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
