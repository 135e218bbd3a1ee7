import { sleep } from 'n8n-workflow';

/** Time and chance, so that tests can hold both in their hands. */
export interface Clock {
	/** Milliseconds since 1970 */
	now(): number;
	/** From 0 up to, but not including, 1 */
	random(): number;
	/** Resolves after `ms` milliseconds, or as soon as `signal` is aborted. */
	sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

async function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => {
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

export const systemClock: Clock = {
	now: Date.now,
	random: Math.random,
	sleep: async (ms, signal) =>
		await (signal ? Promise.race([sleep(ms), aborted(signal)]) : sleep(ms)),
};

/**
 * How long to wait before the next try: one second, then two, four and so on up to a minute, each
 * shortened by up to a half at random, so that several runs do not come back in step.
 *
 * @param tries how often it was tried so far, from 1
 * @returns milliseconds
 */
export function backoff(tries: number, clock: Clock): number {
	const longest = Math.min(1000 * 2 ** (tries - 1), 60_000);
	return longest * (1 - clock.random() / 2);
}
