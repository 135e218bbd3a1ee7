import { sleep } from 'n8n-workflow';

/** Time and chance, so that tests can hold both in their hands. */
export interface Clock {
	/** Milliseconds since some start, for durations: nobody can set this clock, and it never goes back. */
	now(): number;
	/** Milliseconds since 1970, for HTTP's dates: jumps whenever the clock of n8n's server is set. */
	date(): number;
	/** From 0 up to, but not including, 1 */
	random(): number;
	/** Resolves after `ms` milliseconds, or as soon as `signal` is aborted. */
	sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** Older n8n versions cannot cut a sleep short: there, a stopped run is noticed after this time. */
const longestNap = 500;

const now = () => performance.now();

export const systemClock: Clock = {
	now,
	date: () => Date.now(),
	random: Math.random,
	async sleep(ms, signal) {
		const end = now() + ms;
		for (let left = ms; left > 0 && !signal?.aborted; left = end - now()) {
			// n8n rejects where the signal is aborted meanwhile
			await sleep(Math.min(left, longestNap), signal).catch(() => undefined);
		}
	},
};

/**
 * How long to wait before the next try: one second, then two, four and so on, each shortened by up
 * to a half at random, so that several runs do not come back in step.
 *
 * @param tries how often it was tried so far, from 1
 * @param longest milliseconds at which the doubling ends
 * @returns milliseconds
 */
export function backoff(tries: number, longest: number, clock: Clock): number {
	return Math.min(1000 * 2 ** (tries - 1), longest) * (1 - clock.random() / 2);
}
