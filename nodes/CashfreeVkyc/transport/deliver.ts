import { ownCodes } from './attempt';
import type { Answer, Attempt, CashfreeRequest, Unknown } from './attempt';
import { decide, decideFound, idFieldOf, isSuccess, kindOf, saysMissing } from './decide';
import type { Kind } from './decide';

/** How a request ended after all that could be done for it. */
export interface Delivery {
	/** The worst of its tries that nothing has settled since */
	end: Attempt;
	/** What a look-up found in place of an answer to the request itself */
	found?: Answer;
	/** How often the request was sent */
	tries: number;
}

export interface Means {
	/** Sends once, within the rate limit */
	send(request: CashfreeRequest): Promise<Attempt>;
	/** Waits before the next try */
	pause(tries: number): Promise<void>;
	/** Whether Cashfree answers no request of this kind any more, whichever item sends it */
	isDown(kind: Kind): boolean;
}

/** Asks twice before it believes that something does not exist: Cashfree may still be at work on it. */
async function lookUp(request: CashfreeRequest, means: Means): Promise<Attempt> {
	const first = await deliver(request, means);
	if (!saysMissing(first.end, idFieldOf(request))) return first.end;
	await means.pause(1);
	return (await deliver(request, means)).end;
}

/**
 * What all tries come to, where the last one ended like this and an earlier one got no answer. Only an
 * answer settles what became of that one, and of a change only a success does: a refusal of the last
 * try does not undo the first.
 */
function worstOf(end: Attempt, lost: Unknown, { clearUp }: CashfreeRequest): Attempt {
	if (end.outcome === 'not sent') return lost;
	if (end.outcome === 'unknown' || end.status < 300) return end;
	const isSettled = clearUp === undefined && end.status !== 429;
	return isSettled ? end : { ...end, outcome: 'unknown', reason: 'refused later' };
}

/**
 * Brings a request to its end: sends it, repeats it where that is safe, and looks it up where it is
 * not known whether Cashfree acted on it.
 *
 * @param earlier how an earlier delivery of the same request ended, where that is not known
 */
export async function deliver(
	request: CashfreeRequest,
	means: Means,
	earlier?: Unknown,
): Promise<Delivery> {
	const { creates } = request;
	const kind = kindOf(request);
	const idField = idFieldOf(creates?.lookUp);
	// what exists may be what the earlier delivery created
	let takesExisting = creates?.takesExisting === true || earlier !== undefined;
	/** The last try that got no answer */
	let lost = earlier;
	/** Whether look-ups have shown since that Cashfree did not act on it */
	let isSettled = false;
	for (let tries = 1; ; tries++) {
		const end = await means.send(request);
		const situation = { kind, tries, idField, takesExisting, isDown: means.isDown(kind) };
		const action = decide(end, situation);
		const worst = lost && !isSettled ? worstOf(end, lost, request) : end;
		if (action === 'end') return { end: worst, tries };
		if (end.outcome === 'unknown') {
			lost = end;
			isSettled = false;
		}
		if (end.outcome !== 'answered') await means.pause(tries);
		if (action === 'repeat' || !creates?.lookUp) continue;

		// what exists from now on may be what this try created
		takesExisting = true;
		const found = await lookUp(creates.lookUp, means);
		const next = decideFound(end, found, situation);
		if (next === 'take' && isSuccess(found)) return { end: worst, found, tries };
		// what exists, but is not to be seen, may be what the lost try created
		if (next === 'end') return { end: lost ? worstOf(end, lost, request) : end, tries };
		isSettled = true;
		if (next === 'repeat') continue;
		const { status, body } = end;
		return { end: { outcome: 'not sent', code: ownCodes.notCreated, status, body }, tries };
	}
}
