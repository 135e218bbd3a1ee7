import type { Entry } from '../../local/cashfree/log';
import { check, countsOf } from './check';
import type { Check } from './check';

/** A request that reached the local Cashfree server. */
export type Sent = Pick<Entry, 'operation' | 'status' | 'body' | 'query' | 'fault'>;

/** A start of some items by hand, and its execution where n8n gave one. */
export interface Run {
	ids: string[];
	executionId: string | undefined;
}

const idIn = (values: unknown) =>
	String((values as { verification_id?: unknown } | null)?.verification_id);

/**
 * The items whose requests may come again without a look-up: a run or a form that starts once more
 * knows nothing of its start before.
 *
 * @param runs all starts of all runs
 * @param log of all workers: n8n starts an execution again by itself where its worker was killed
 * @param byHand the verification ID of each other execution that was started again by hand
 */
export function restartedIds(runs: Run[], log: string, byHand: string[]): Set<string> {
	const starts = countsOf(log.match(/Worker started execution \d+/g) ?? []);
	const isAgain = ({ executionId }: Run) =>
		(starts.get(`Worker started execution ${executionId}`) ?? 0) > 1;
	const times = countsOf(runs.flatMap(({ ids }) => ids));
	const again = runs.flatMap((run) =>
		isAgain(run) ? run.ids : run.ids.filter((id) => (times.get(id) ?? 0) > 1),
	);
	return new Set([...again, ...byHand]);
}

/** @returns how many requests the local server did not answer as it should have */
export const countLost = (requests: Sent[]) =>
	requests.filter(({ fault }) => fault !== null).length;

/**
 * Whether nothing was sent again blindly: nobody has promised that Cashfree refuses a verification ID
 * that it knows.
 *
 * @param requests in the order in which they came in
 */
export function checkResends(requests: Sent[], restarted: Set<string>): Check {
	const isLookedUp = new Map<string, boolean>();
	const blind: string[] = [];
	let again = 0;
	for (const { operation, status, body, query } of requests) {
		if (status === 429) continue;
		if (operation === 'GET /vkyc') isLookedUp.set(idIn(query), true);
		if (operation !== 'POST /vkyc') continue;
		const id = idIn(body);
		if (isLookedUp.has(id)) again += 1;
		if (isLookedUp.get(id) === false && !restarted.has(id)) blind.push(id);
		isLookedUp.set(id, false);
	}
	const figures = `${countLost(requests)} answers lost; ${again} requests sent again, in runs that started again or after a look-up`;
	const faults = blind.map((id) => `${id}: sent again without a look-up`);
	return check('No request was sent again blindly', figures, faults);
}
