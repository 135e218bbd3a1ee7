import { ownCodes } from './attempt';
import type { Answer, Attempt, CashfreeRequest } from './attempt';
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
	/** Whether one that exists already may be the result: by option, or as an earlier try may have made it */
	takesExisting: boolean;
	/** Whether Cashfree answers no request of this kind any more, whichever item sends it */
	isDown: boolean;
}

/** How often a request is sent at most. */
export const maxTries: Record<Kind, number> = { repeatable: 20, findable: 10, single: 10 };

const mayRepeat = ({ kind, tries, isDown }: Situation) => tries < maxTries[kind] && !isDown;

export function kindOf({ creates }: CashfreeRequest): Kind {
	if (!creates) return 'repeatable';
	return creates.lookUp ? 'findable' : 'single';
}

export const isSuccess = (attempt: Attempt): attempt is Answer =>
	attempt.outcome === 'answered' && attempt.status < 300;

/** Cashfree's siblings of this API use several codes for this; VKYC's own is not documented. */
export const saysExists = ({ status, body }: Answer): boolean =>
	status === 409 || (status === 400 && /already_?\s?exist/i.test(`${body.code} ${body.message}`));

/**
 * That Cashfree has nothing under this ID. A 404 of its own or of a gateway may also mean that the
 * address leads nowhere, which proves nothing.
 */
export const saysMissing = (attempt: Attempt): boolean =>
	attempt.outcome === 'answered' &&
	attempt.status === 404 &&
	/_id_not_found$/.test(String(attempt.body.code));

/** What comes after an attempt. The table stands in docs/guarantees.md. */
export function decide(attempt: Attempt, situation: Situation): Action {
	const { kind, takesExisting } = situation;
	switch (attempt.outcome) {
		case 'answered':
			return kind === 'findable' && takesExisting && saysExists(attempt) ? 'look up' : 'end';
		case 'not sent': {
			const isFinal = attempt.code === ownCodes.stopped || isCertificateCode(attempt.code);
			return mayRepeat(situation) && !isFinal ? 'repeat' : 'end';
		}
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
	if (attempt.outcome === 'answered' || !saysMissing(found)) return 'end';
	return mayRepeat(situation) ? 'repeat' : 'not created';
}
