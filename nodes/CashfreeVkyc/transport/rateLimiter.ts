import { ownCodes } from './requestOutcome';
import type { RequestOutcome } from './requestOutcome';
import { backoff } from './clock';
import type { Clock } from './clock';
import { RateLimitWindows } from './rateLimitWindows';

export interface RateLimiterOptions {
	/** Consecutive rate-limit responses (HTTP 429) to a request after which it fails, while no other request of the run gets through */
	maxRateLimitRetries: number;
	/** Milliseconds that a request waits for the rate limit while no other request of the run gets through */
	maxRateLimitWait: number;
}

/** Cashfree counts requests by the minute. */
const longestBackoff = 60_000;

const isRateLimited = ({ status }: RequestOutcome) => status === 429;

/** Makes all requests of a run keep to the rate limit of the Cashfree account. */
export class RateLimiter {
	/** The items that had to wait */
	readonly waited = new Set<number>();

	private pausedUntil = 0;

	/** How many pauses began since the start */
	private pauses = 0;

	/** How many consecutive pauses ended in another rate-limit response */
	private pausesInVain = 0;

	/** How many requests got through */
	private progress = 0;

	/** Since when no request got through: the first rate-limit response after the last one that did */
	private limitedSince: number | undefined;

	/** Whether an item gave up, and no request got through since */
	private hasGivenUp = false;

	private readonly windows: RateLimitWindows;

	/** @param signal once it is aborted, no request is sent, whatever waits */
	constructor(
		private readonly options: RateLimiterOptions,
		private readonly clock: Clock,
		private readonly signal: AbortSignal | undefined,
	) {
		this.windows = new RateLimitWindows(clock);
	}

	/**
	 * Sends as soon as the limit allows, and again after a rate-limit response (HTTP 429).
	 *
	 * @param operation what Cashfree counts by itself, e.g. `POST /vkyc`
	 * @returns the last outcome; a rate-limit response only where waiting no longer helps
	 */
	async send(
		itemIndex: number,
		operation: string,
		sendOnce: () => Promise<RequestOutcome>,
	): Promise<RequestOutcome> {
		let rateLimits = 0;
		let rateLimited: RequestOutcome | undefined;
		for (;;) {
			const progressBefore = this.progress;
			const hasSlot = await this.waitForSlot(itemIndex);
			if (this.signal?.aborted) return { state: 'not_sent', code: ownCodes.stopped };
			if (!hasSlot) return rateLimited ?? { state: 'not_sent', code: ownCodes.rateLimit };
			const pausesBefore = this.pauses;
			const outcome = await sendOnce();
			this.onResponse(outcome, operation, pausesBefore);
			if (!isRateLimited(outcome)) return outcome;
			rateLimited = outcome;
			// where others get through, so will this one
			const isAlone = this.progress === progressBefore;
			rateLimits = isAlone ? rateLimits + 1 : 1;
			if (rateLimits > this.options.maxRateLimitRetries || this.isStalled()) {
				if (isAlone) this.hasGivenUp = true;
				return outcome;
			}
		}
	}

	/** Whether there was no progress for too long, or will not be within that time. */
	private isStalled(): boolean {
		const now = this.clock.now();
		const goesOn = Math.max(now, this.pausedUntil);
		return goesOn - (this.limitedSince ?? now) > this.options.maxRateLimitWait;
	}

	/** Waits for the end of the pause; false where the run has given up. */
	private async waitForSlot(itemIndex: number): Promise<boolean> {
		for (;;) {
			const wait = this.pausedUntil - this.clock.now();
			if (this.hasGivenUp || (wait > 0 && this.isStalled())) return false;
			if (wait <= 0 || this.signal?.aborted) return true;
			this.waited.add(itemIndex);
			await this.clock.sleep(wait, this.signal);
		}
	}

	private onResponse(outcome: RequestOutcome, operation: string, pausesBefore: number): void {
		const asked = this.windows.retryAfter(outcome, operation);
		if (isRateLimited(outcome)) {
			this.limitedSince ??= this.clock.now();
			// a burst of rate-limit responses counts once: what was sent before the pause tells nothing about it
			const isNews = this.pauses === pausesBefore;
			if (isNews) this.pausesInVain++;
			const own = isNews ? backoff(this.pausesInVain, longestBackoff, this.clock) : 0;
			this.pauseFor(Math.max(asked, own));
			return;
		}
		if (outcome.state === 'answered') {
			this.progress++;
			this.pausesInVain = 0;
			this.limitedSince = undefined;
			this.hasGivenUp = false;
		}
		// a pause that nobody would wait for needs a rate-limit response before it is believed
		const isBelieved = asked <= this.options.maxRateLimitWait;
		if (isBelieved && outcome.headers?.['x-ratelimit-remaining']?.trim() === '0')
			this.pauseFor(asked);
	}

	private pauseFor(wait: number): void {
		const until = this.clock.now() + wait;
		if (wait === 0 || until <= this.pausedUntil) return;
		this.pausedUntil = until;
		this.pauses++;
	}
}
