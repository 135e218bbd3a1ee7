import { ownCodes } from './requestOutcome';
import type { Answer, RequestOutcome, NotSent } from './requestOutcome';
import type { CashfreeRequest } from './request';
import { envelopeOf } from './envelope';
import { isCertificateCode } from './classify';

/**
 * What makes a request safe to send again.
 * `idempotent`: it changes nothing, or makes the same change each time.
 * `reconcilable`: it creates something that a look-up finds by the builder's own ID.
 * `unsafe`: it creates something that no look-up finds, so it is sent once.
 */
export type RetrySafety = 'idempotent' | 'reconcilable' | 'unsafe';

export type Action =
	/** The outcome is final, good or bad. */
	| 'end'
	/** Send it again after a wait. */
	| 'retry'
	/** Ask Cashfree whether it exists already. */
	| 'look_up';

/** What is known apart from the outcome. */
export interface Situation {
	safety: RetrySafety;
	/** How often the request was sent again; repeats for the rate limit do not count */
	retries: number;
	/** The ID by which what the request creates can be found, e.g. `verification_id` */
	idField: string;
	/** Whether one that exists already may be the result: by option, or because an earlier request may have created it */
	takesExisting: boolean;
	/** Whether Cashfree answers no request of this kind any more, whichever item sends it */
	isCircuitOpen: boolean;
}

/** How often a request is sent again at most. */
export const maxRetries: Record<RetrySafety, number> = {
	idempotent: 19,
	reconcilable: 9,
	unsafe: 9,
};

const finalCodes: string[] = [ownCodes.proxy, ownCodes.rateLimit, ownCodes.stopped];

const mayRetry = ({ safety, retries, isCircuitOpen }: Situation) =>
	retries < maxRetries[safety] && !isCircuitOpen;

export function retrySafetyOf({ creates }: CashfreeRequest): RetrySafety {
	if (!creates) return 'idempotent';
	return creates.lookUp ? 'reconcilable' : 'unsafe';
}

/** The name of the ID that a request asks for, e.g. `verification_id`; '' where it asks for none. */
export const idFieldOf = (request: CashfreeRequest | undefined): string =>
	Object.keys(request?.query ?? {})[0] ?? '';

export const isSuccess = (outcome: RequestOutcome): outcome is Answer =>
	outcome.state === 'answered' && outcome.status < 300;

/** Cashfree's words are shorter by far; over a run of millions of signs the pattern would give up. */
const longestWords = 2000;

const wordsOf = (text: string) =>
	text
		.slice(0, longestWords)
		.toLowerCase()
		.replace(/[\s_-]+/g, ' ');

/** What exists already by these words, e.g. `user id` by `user_id_already_exists`; else ''. */
function existingBy(text: string): string {
	const words = wordsOf(text);
	return words.slice(0, Math.max(0, words.indexOf('already exist'))).trim();
}

/**
 * That what a request creates exists already: the thing that has the ID, not just anything. Cashfree's
 * siblings of this API use several codes for this; VKYC's own is not documented.
 *
 * @param idField e.g. `verification_id`
 */
export function saysExists({ status, body }: Answer, idField: string): boolean {
	if (idField === '' || (status !== 409 && status !== 400)) return false;
	const { code, message } = envelopeOf(body);
	const existing = existingBy(code) || existingBy(message);
	if (existing) return existing.includes(idField.replace(/_id$/, ''));
	return status === 409 && wordsOf(`${code} ${message}`).includes(wordsOf(idField));
}

/**
 * That Cashfree has nothing under the ID that was asked for. A 404 of its own or of a gateway may also
 * mean that the address leads nowhere, which proves nothing.
 *
 * @param idField e.g. `verification_id`
 */
export const saysMissing = (outcome: RequestOutcome, idField: string): boolean =>
	outcome.state === 'answered' &&
	outcome.status === 404 &&
	idField !== '' &&
	envelopeOf(outcome.body).code === `${idField}_not_found`;

/** What a retry cannot change. */
const isFinal = ({ code, error }: NotSent) =>
	error !== undefined || finalCodes.includes(code) || isCertificateCode(code);

/** What comes after an outcome. The table is in docs/guarantees.md. */
export function nextAction(outcome: RequestOutcome, situation: Situation): Action {
	const { safety, takesExisting, idField } = situation;
	switch (outcome.state) {
		case 'answered': {
			const mayExist = safety === 'reconcilable' && takesExisting;
			return mayExist && saysExists(outcome, idField) ? 'look_up' : 'end';
		}
		case 'not_sent':
			return mayRetry(situation) && !isFinal(outcome) ? 'retry' : 'end';
		case 'unknown':
			if (outcome.reason === 'stopped' || safety === 'unsafe') return 'end';
			if (safety === 'reconcilable') return 'look_up';
			return mayRetry(situation) ? 'retry' : 'end';
	}
}

/**
 * What comes after a look-up.
 *
 * @param outcome after which the look-up was made
 * @param found how the look-up ended
 * @param situation of the request itself, not of the look-up
 * @returns `use_found`: what was found is the result; `not_created`: no request was processed
 */
export function nextActionAfterLookup(
	outcome: RequestOutcome,
	found: RequestOutcome,
	situation: Situation,
): 'use_found' | 'retry' | 'not_created' | 'end' {
	if (isSuccess(found)) return 'use_found';
	// Cashfree's own answer is final: a look-up that finds nothing says no more than that
	if (outcome.state === 'answered' || !saysMissing(found, situation.idField)) return 'end';
	return mayRetry(situation) ? 'retry' : 'not_created';
}
