import { ownCodes } from './attempt';
import type { Answer, Attempt, CashfreeRequest } from './attempt';
import { decide, decideFound, isSuccess, kindOf, saysMissing } from './decide';
import type { Kind } from './decide';

/** How a request ended after all that could be done for it. */
export interface Delivery {
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
	if (!saysMissing(first.end)) return first.end;
	await means.pause(1);
	return (await deliver(request, means)).end;
}

/**
 * Brings a request to its end: sends it, repeats it where that is safe, and looks it up where it is
 * not known whether Cashfree acted on it.
 */
export async function deliver(request: CashfreeRequest, means: Means): Promise<Delivery> {
	const { creates } = request;
	const kind = kindOf(request);
	let takesExisting = creates?.takesExisting === true;
	for (let tries = 1; ; tries++) {
		const end = await means.send(request);
		const situation = { kind, tries, takesExisting, isDown: means.isDown(kind) };
		const action = decide(end, situation);
		if (action === 'end') return { end, tries };
		if (end.outcome !== 'answered') await means.pause(tries);
		if (action === 'repeat' || !creates?.lookUp) continue;

		// what exists from now on may be what this try created
		takesExisting = true;
		const found = await lookUp(creates.lookUp, means);
		const next = decideFound(end, found, situation);
		if (next === 'repeat') continue;
		if (next === 'take' && isSuccess(found)) return { end, found, tries };
		if (next !== 'not created') return { end, tries };
		const { status, body } = end;
		return { end: { outcome: 'not sent', code: ownCodes.notCreated, status, body }, tries };
	}
}
