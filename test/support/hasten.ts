import { systemClock } from '../../nodes/CashfreeVkyc/transport/clock';

/**
 * Lets the node's waiting, pauses and time limits pass faster than on the wall, in this process (in
 * jest: in this test file) and for good.
 *
 * @returns the hastened time in milliseconds since 1970, for the local Cashfree server
 */
export function hasten(factor: number): () => number {
	const { sleep } = systemClock;
	const start = Date.now();
	const now = () => start + (Date.now() - start) * factor;
	Object.assign(systemClock, {
		now,
		date: now,
		sleep: async (ms: number, signal: AbortSignal | undefined) => await sleep(ms / factor, signal),
	});
	return now;
}
