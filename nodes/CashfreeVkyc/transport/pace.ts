import type { Attempt } from './attempt';
import { backoff } from './clock';
import type { Clock } from './clock';

export interface PaceOptions {
	/** How many refusals for the rate limit a request bears before its item gives up */
	maxRefusals: number;
	/** Milliseconds after which a refused request gives up where no request of the run succeeds */
	maxStandstill: number;
}

type Headers = Record<string, string | undefined>;

const aYear = 365 * 24 * 60 * 60;

/**
 * The wait that Cashfree asks for, read off its headers, in milliseconds.
 * `X-RateLimit-Reset` counts seconds; `Retry-After` is seconds or a date.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/verification-rate-limits
 */
export function waitAskedFor(headers: Headers, now: number): number | undefined {
	for (const name of ['x-ratelimit-reset', 'retry-after']) {
		const value = headers[name]?.trim() ?? '';
		if (/^\d+(\.\d+)?$/.test(value)) {
			const seconds = Number(value);
			// some gateways give the time of the reset instead of the time until then
			return seconds > aYear ? Math.max(0, seconds * 1000 - now) : seconds * 1000;
		}
		if (name === 'retry-after' && !Number.isNaN(Date.parse(value))) {
			return Math.max(0, Date.parse(value) - now);
		}
	}
	return undefined;
}

/** Makes all requests of a run keep to the rate limit of the Cashfree account. */
export class Pace {
	/** How many refusals were waited for */
	refusals = 0;

	private pausedUntil = 0;

	private refusalsInARow = 0;

	private lastProgress: number;

	constructor(
		private readonly options: PaceOptions,
		private readonly clock: Clock,
		private readonly signal: AbortSignal | undefined,
	) {
		this.lastProgress = clock.now();
	}

	/**
	 * Sends as soon as the limit allows, and again after a refusal (HTTP 429).
	 *
	 * @returns how the last try ended; a refusal only where waiting no longer helps
	 */
	async send(attempt: () => Promise<Attempt>): Promise<Attempt> {
		for (let refusals = 1; ; refusals++) {
			await this.open();
			this.signal?.throwIfAborted();
			const end = await attempt();
			const isRefused = end.outcome === 'answered' && end.status === 429;
			this.heed(end, isRefused);
			if (!isRefused || refusals > this.options.maxRefusals || this.isAtStandstill()) return end;
			this.refusals++;
		}
	}

	private isAtStandstill(): boolean {
		const { maxStandstill } = this.options;
		return Math.max(this.clock.now(), this.pausedUntil) - this.lastProgress > maxStandstill;
	}

	private async open(): Promise<void> {
		for (let wait = this.wait(); wait > 0 && !this.signal?.aborted; wait = this.wait()) {
			await this.clock.sleep(wait, this.signal);
		}
	}

	private wait(): number {
		return this.pausedUntil - this.clock.now();
	}

	private heed(end: Attempt, isRefused: boolean): void {
		const now = this.clock.now();
		const headers = end.outcome === 'not sent' ? {} : (end.headers ?? {});
		if (isRefused) {
			this.refusalsInARow++;
			const wait = waitAskedFor(headers, now) ?? backoff(this.refusalsInARow, this.clock);
			this.pausedUntil = Math.max(this.pausedUntil, now + wait);
			return;
		}
		if (end.outcome === 'answered') {
			this.refusalsInARow = 0;
			this.lastProgress = now;
		}
		if (headers['x-ratelimit-remaining']?.trim() === '0') {
			this.pausedUntil = Math.max(this.pausedUntil, now + (waitAskedFor(headers, now) ?? 0));
		}
	}
}
