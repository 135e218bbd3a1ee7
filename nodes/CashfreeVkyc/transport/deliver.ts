import { notCreated } from './attempt';
import type { Answer, Attempt, CashfreeRequest } from './attempt';
import { decide, isSuccess, kindOf, maxTries, saysMissing } from './decide';

/** How a request ended after all that could be done for it. */
export interface Delivery {
	end: Attempt;
	/** What a look-up found in place of an answer to the request itself */
	found?: Answer;
}

interface Means {
	/** Sends once, within the rate limit */
	send(request: CashfreeRequest): Promise<Attempt>;
	/** Waits before the next try */
	pause(tries: number): Promise<void>;
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
	const kind = kindOf(request);
	for (let tries = 1; ; tries++) {
		const end = await means.send(request);
		const action = decide(end, kind, tries, request.creates?.takesExisting === true);
		if (action === 'end') return { end };
		if (end.outcome !== 'answered') await means.pause(tries);
		if (action !== 'look up' || !request.creates?.lookUp) continue;

		const found = await lookUp(request.creates.lookUp, means);
		if (isSuccess(found)) return { end, found };
		// the first answer stands: a look-up that fails tells nothing about the request
		if (end.outcome === 'answered' || !saysMissing(found)) return { end };
		if (tries >= maxTries) return { end: { outcome: 'not sent', code: notCreated } };
	}
}
