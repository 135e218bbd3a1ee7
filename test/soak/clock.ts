import { setTimeout as sleep } from 'node:timers/promises';

/** Tells when a share of the day is over. */
export interface Clock {
	/** resolves then; at once where it is past */
	at: (share: number) => Promise<void>;
	/** minutes since the start */
	minutes: () => number;
}

/** @param ms how long the day takes */
export function startClock(ms: number): Clock {
	const start = performance.now();
	return {
		at: async (share) => {
			const left = start + share * ms - performance.now();
			if (left > 0) await sleep(left);
		},
		minutes: () => (performance.now() - start) / 60_000,
	};
}
