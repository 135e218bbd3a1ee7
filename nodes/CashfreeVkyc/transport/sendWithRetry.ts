import { ownCodes } from './requestOutcome';
import type { Answer, RequestOutcome, Unknown } from './requestOutcome';
import type { CashfreeRequest } from './request';
import {
	nextAction,
	nextActionAfterLookup,
	idFieldOf,
	isSuccess,
	retrySafetyOf,
	saysMissing,
} from './nextAction';
import type { RetrySafety } from './nextAction';

/** How a request ended after all that could be done for it. */
export interface RetryResult {
	/** The worst outcome that nothing has settled since */
	outcome: RequestOutcome;
	/** What a look-up found in place of an answer to the request itself */
	found?: Answer;
	/** Whether a request of this run that got no answer may have created what was found */
	mayBeOwn?: boolean;
	/** How often the request was sent again */
	retries: number;
}

export interface Sender {
	/** Sends once, within the rate limit */
	sendOnce(request: CashfreeRequest): Promise<RequestOutcome>;
	/** Waits before this retry, from 1 */
	wait(retry: number): Promise<void>;
	/** Whether the circuit breaker is open: Cashfree answers no request of this kind any more */
	isCircuitOpen(safety: RetrySafety): boolean;
}

/** Asks twice before it believes that something does not exist: Cashfree may still be at work on it. */
async function lookUp(request: CashfreeRequest, sender: Sender): Promise<RequestOutcome> {
	const first = await sendWithRetry(request, sender);
	if (!saysMissing(first.outcome, idFieldOf(request))) return first.outcome;
	await sender.wait(1);
	return (await sendWithRetry(request, sender)).outcome;
}

/**
 * The outcome of all requests together, where the last one has this outcome and an earlier one got no
 * answer. Only an answer settles what became of the earlier one. For a change only a success does: a
 * later refusal does not undo it.
 */
function worstOf(
	outcome: RequestOutcome,
	lost: Unknown,
	{ clearUp }: CashfreeRequest,
): RequestOutcome {
	if (outcome.state === 'not_sent') return lost;
	if (outcome.state === 'unknown' || outcome.status < 300) return outcome;
	const isSettled = clearUp === undefined && outcome.status !== 429;
	return isSettled ? outcome : { ...outcome, state: 'unknown', reason: 'refused_later' };
}

/**
 * Sends a request, retries it where that is safe, and looks it up where it is not known whether
 * Cashfree acted on it.
 *
 * @param earlier the unknown outcome of the same request in an earlier run of the node; it is looked up
 *   before anything is sent again
 */
export async function sendWithRetry(
	request: CashfreeRequest,
	sender: Sender,
	earlier?: Unknown,
): Promise<RetryResult> {
	const { creates } = request;
	const safety = retrySafetyOf(request);
	const idField = idFieldOf(creates?.lookUp);
	// what exists may be what the earlier run created
	let takesExisting = creates?.takesExisting === true || earlier !== undefined;
	/** The last outcome without an answer */
	let lost = earlier;
	/** Whether look-ups have shown since that Cashfree did not act on it */
	let isSettled = false;
	if (earlier && creates?.lookUp) {
		const found = await lookUp(creates.lookUp, sender);
		if (isSuccess(found)) return { outcome: earlier, found, mayBeOwn: true, retries: 0 };
		if (!saysMissing(found, idField)) return { outcome: earlier, retries: 0 };
		isSettled = true;
	}
	for (let retries = 0; ; retries++) {
		const outcome = await sender.sendOnce(request);
		const isCircuitOpen = sender.isCircuitOpen(safety);
		const situation = { safety, retries, idField, takesExisting, isCircuitOpen };
		const action = nextAction(outcome, situation);
		const worst = lost && !isSettled ? worstOf(outcome, lost, request) : outcome;
		if (action === 'end') return { outcome: worst, retries };
		if (outcome.state === 'unknown') {
			lost = outcome;
			isSettled = false;
		}
		if (outcome.state !== 'answered') await sender.wait(retries + 1);
		if (action === 'retry' || !creates?.lookUp) continue;

		// what exists from now on may be what this request created
		takesExisting = true;
		const found = await lookUp(creates.lookUp, sender);
		const next = nextActionAfterLookup(outcome, found, situation);
		if (next === 'use_found' && isSuccess(found)) {
			return { outcome: worst, found, mayBeOwn: lost !== undefined, retries };
		}
		// what exists, but cannot be read, may be what the lost request created
		if (next === 'end') {
			return { outcome: lost ? worstOf(outcome, lost, request) : outcome, retries };
		}
		isSettled = true;
		if (next === 'retry') continue;
		const { status, body, requestId } = outcome;
		const code = ownCodes.notCreated;
		return { outcome: { state: 'not_sent', code, status, body, requestId }, retries };
	}
}
