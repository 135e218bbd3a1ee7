import { ownCodes } from './attempt';
import type { Answer, Attempt, CashfreeRequest, NotSent } from './attempt';
import { envelopeOf } from './envelope';
import { isCertificateCode } from './outcome';

/**
 * What makes a request safe to send again.
 * `repeatable`: it changes nothing, or changes it to the same thing each time.
 * `findable`: it creates something that can be looked up by an ID of the builder's own.
 * `single`: it creates something that cannot be looked up, so it is sent once.
 */
export type Kind = 'repeatable' | 'findable' | 'single';

export type Action =
	/** The attempt is the result, good or bad. */
	| 'end'
	/** Send it again after a pause. */
	| 'repeat'
	/** Ask Cashfree whether what the request creates exists. */
	| 'look up';

/** What is known beside the attempt. */
export interface Situation {
	kind: Kind;
	/** How often the request was sent, this attempt included; refusals for a rate limit do not count */
	tries: number;
	/** The ID by which what the request creates can be found, e.g. `verification_id` */
	idField: string;
	/** Whether one that exists already may be the result: by option, or as an earlier try may have made it */
	takesExisting: boolean;
	/** Whether Cashfree answers no request of this kind any more, whichever item sends it */
	isDown: boolean;
}

/** How often a request is sent at most. */
export const maxTries: Record<Kind, number> = { repeatable: 20, findable: 10, single: 10 };

const finalCodes: string[] = [ownCodes.proxy, ownCodes.rateLimit, ownCodes.stopped];

const mayRepeat = ({ kind, tries, isDown }: Situation) => tries < maxTries[kind] && !isDown;

export function kindOf({ creates }: CashfreeRequest): Kind {
	if (!creates) return 'repeatable';
	return creates.lookUp ? 'findable' : 'single';
}

/** The name of the ID that a request asks for, e.g. `verification_id`; '' where it asks for none. */
export const idFieldOf = (request: CashfreeRequest | undefined): string =>
	Object.keys(request?.query ?? {})[0] ?? '';

export const isSuccess = (attempt: Attempt): attempt is Answer =>
	attempt.outcome === 'answered' && attempt.status < 300;

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
export const saysMissing = (attempt: Attempt, idField: string): boolean =>
	attempt.outcome === 'answered' &&
	attempt.status === 404 &&
	idField !== '' &&
	envelopeOf(attempt.body).code === `${idField}_not_found`;

/** What is not worth a second try: nothing of it changes by waiting. */
const isFinal = ({ code, fault }: NotSent) =>
	fault !== undefined || finalCodes.includes(code) || isCertificateCode(code);

/** What comes after an attempt. The table stands in docs/guarantees.md. */
export function decide(attempt: Attempt, situation: Situation): Action {
	const { kind, takesExisting, idField } = situation;
	switch (attempt.outcome) {
		case 'answered': {
			const mayExist = kind === 'findable' && takesExisting;
			return mayExist && saysExists(attempt, idField) ? 'look up' : 'end';
		}
		case 'not sent':
			return mayRepeat(situation) && !isFinal(attempt) ? 'repeat' : 'end';
		case 'unknown':
			if (attempt.reason === 'stopped' || kind === 'single') return 'end';
			if (kind === 'findable') return 'look up';
			return mayRepeat(situation) ? 'repeat' : 'end';
	}
}

/**
 * What comes after a look-up.
 *
 * @param attempt after which the look-up was made
 * @param found how the look-up ended
 * @param situation of the request itself, not of the look-up
 * @returns `take`: what was found is the result; `not created`: it was lost each time
 */
export function decideFound(
	attempt: Attempt,
	found: Attempt,
	situation: Situation,
): 'take' | 'repeat' | 'not created' | 'end' {
	if (isSuccess(found)) return 'take';
	// Cashfree's own answer stands: a look-up that found nothing tells no more than that
	if (attempt.outcome === 'answered' || !saysMissing(found, situation.idField)) return 'end';
	return mayRepeat(situation) ? 'repeat' : 'not created';
}
