import { randomUUID } from 'node:crypto';
import { sleep } from 'n8n-workflow';

/** Time and randomness, so that tests can control both. */
export interface Clock {
	/** Milliseconds since some start, for durations: nobody can set this clock, and it never goes back. */
	now(): number;
	/** Milliseconds since 1970, for HTTP's dates: jumps whenever the clock of n8n's server is set. */
	date(): number;
	/** From 0 up to, but not including, 1 */
	random(): number;
	/** A new random UUID */
	uuid(): string;
	/** Resolves after `ms` milliseconds, or as soon as `signal` is aborted. */
	sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

/** A sleep that was cut short leaves a timer behind for this long. */
const longestNap = 500;

const now = () => performance.now();

/** Those who sleep until a signal is aborted: all items of a run, with one listener for all of them. */
class Sleepers {
	private static readonly known = new WeakMap<AbortSignal, Sleepers>();

	static of(signal: AbortSignal): Sleepers {
		const sleepers = Sleepers.known.get(signal) ?? new Sleepers(signal);
		Sleepers.known.set(signal, sleepers);
		return sleepers;
	}

	private readonly wakeUps = new Set<() => void>();

	private constructor(private readonly signal: AbortSignal) {}

	private readonly wakeAll = () => {
		for (const wakeUp of this.wakeUps) wakeUp();
	};

	add(wakeUp: () => void): void {
		if (this.wakeUps.size === 0) this.signal.addEventListener('abort', this.wakeAll);
		this.wakeUps.add(wakeUp);
	}

	remove(wakeUp: () => void): void {
		this.wakeUps.delete(wakeUp);
		if (this.wakeUps.size === 0) this.signal.removeEventListener('abort', this.wakeAll);
	}
}

/** Node.js warns where many listen to one signal, as would be with a sleep of n8n's for each item. */
async function nap(ms: number, signal: AbortSignal | undefined): Promise<void> {
	if (!signal) return await sleep(ms);
	const sleepers = Sleepers.of(signal);
	await new Promise<void>((resolve) => {
		const wakeUp = () => {
			sleepers.remove(wakeUp);
			resolve();
		};
		sleepers.add(wakeUp);
		void sleep(ms).then(wakeUp);
	});
}

export const systemClock: Clock = {
	now,
	date: () => Date.now(),
	random: Math.random,
	uuid: randomUUID,
	async sleep(ms, signal) {
		const end = now() + ms;
		for (let left = ms; left > 0 && !signal?.aborted; left = end - now()) {
			await nap(Math.min(left, longestNap), signal);
		}
	},
};

/**
 * Exponential backoff with jitter: one second, then two, four and so on, each shortened by up to a half
 * at random, so that several runs do not retry at the same time.
 *
 * @param retry which retry follows, from 1
 * @param longest milliseconds at which the doubling ends
 * @returns milliseconds
 */
export function backoff(retry: number, longest: number, clock: Clock): number {
	return Math.min(1000 * 2 ** (retry - 1), longest) * (1 - clock.random() / 2);
}
