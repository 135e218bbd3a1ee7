import type { Answer, Attempt, CashfreeRequest } from './attempt';

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

/** How often a request is sent at most. Refusals for a rate limit do not count. */
export const maxTries = 3;

const certificate = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

export function kindOf({ creates }: CashfreeRequest): Kind {
	if (!creates) return 'repeatable';
	return creates.lookUp ? 'findable' : 'single';
}

export const isSuccess = (attempt: Attempt): attempt is Answer =>
	attempt.outcome === 'answered' && attempt.status < 300;

/** Cashfree's siblings of this API use several codes for this; VKYC's own is not documented. */
export const saysExists = ({ status, body }: Answer): boolean =>
	status === 409 || (status === 400 && /already_?\s?exist/i.test(`${body.code} ${body.message}`));

/** A 404 in Cashfree's own form; a gateway's 404 carries no code. */
export const saysMissing = (attempt: Attempt): boolean =>
	attempt.outcome === 'answered' && attempt.status === 404 && typeof attempt.body.code === 'string';

/**
 * What comes after an attempt. The table stands in docs/guarantees.md.
 *
 * @param tries how often the request was sent, this attempt included
 * @param takesExisting whether something that exists already counts as success
 */
export function decide(
	attempt: Attempt,
	kind: Kind,
	tries: number,
	takesExisting: boolean,
): Action {
	if (attempt.outcome === 'answered') {
		// after a first try of unknown outcome, what exists may be what that try created
		const mayTake = takesExisting || tries > 1;
		return kind === 'findable' && saysExists(attempt) && mayTake ? 'look up' : 'end';
	}
	if (attempt.outcome === 'not sent') {
		return tries < maxTries && !certificate.test(attempt.code) ? 'repeat' : 'end';
	}
	if (kind === 'findable') return 'look up';
	return kind === 'repeatable' && tries < maxTries ? 'repeat' : 'end';
}
