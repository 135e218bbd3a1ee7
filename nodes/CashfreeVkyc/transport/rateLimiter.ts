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

	/** How many pauses in a row ended in another refusal */
	private fruitlessPauses = 0;

	/** How many requests got through */
	private progress = 0;

	/** Since when no request got through: the first refusal after the last one that did */
	private refusedSince: number | undefined;

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
	 * Sends as soon as the limit allows, and again after a refusal (HTTP 429).
	 *
	 * @param operation what Cashfree counts by itself, e.g. `POST /vkyc`
	 * @returns how the last try ended; a refusal only where waiting no longer helps
	 */
	async send(
		itemIndex: number,
		operation: string,
		attempt: () => Promise<RequestOutcome>,
	): Promise<RequestOutcome> {
		let refusals = 0;
		let refusal: RequestOutcome | undefined;
		for (;;) {
			const progressBefore = this.progress;
			const isOpen = await this.waitForSlot(itemIndex);
			if (this.signal?.aborted) return { state: 'not_sent', code: ownCodes.stopped };
			if (!isOpen) return refusal ?? { state: 'not_sent', code: ownCodes.rateLimit };
			const pausesBefore = this.pauses;
			const outcome = await attempt();
			this.onResponse(outcome, operation, pausesBefore);
			if (!isRateLimited(outcome)) return outcome;
			refusal = outcome;
			// where others get through, so will this one
			const isAlone = this.progress === progressBefore;
			refusals = isAlone ? refusals + 1 : 1;
			if (refusals > this.options.maxRateLimitRetries || this.isAtStandstill()) {
				if (isAlone) this.hasGivenUp = true;
				return outcome;
			}
		}
	}

	/** Whether there was no progress for too long, or will not be within that time. */
	private isAtStandstill(): boolean {
		const now = this.clock.now();
		const goesOn = Math.max(now, this.pausedUntil);
		return goesOn - (this.refusedSince ?? now) > this.options.maxRateLimitWait;
	}

	/** Waits for the end of the pause; false where the run has given up. */
	private async waitForSlot(itemIndex: number): Promise<boolean> {
		for (;;) {
			const wait = this.pausedUntil - this.clock.now();
			if (this.hasGivenUp || (wait > 0 && this.isAtStandstill())) return false;
			if (wait <= 0 || this.signal?.aborted) return true;
			this.waited.add(itemIndex);
			await this.clock.sleep(wait, this.signal);
		}
	}

	private onResponse(outcome: RequestOutcome, operation: string, pausesBefore: number): void {
		const asked = this.windows.retryAfter(outcome, operation);
		if (isRateLimited(outcome)) {
			this.refusedSince ??= this.clock.now();
			// a burst of refusals counts once: what was sent before the pause tells nothing about it
			const isNews = this.pauses === pausesBefore;
			if (isNews) this.fruitlessPauses++;
			const own = isNews ? backoff(this.fruitlessPauses, longestBackoff, this.clock) : 0;
			this.pauseFor(Math.max(asked, own));
			return;
		}
		if (outcome.state === 'answered') {
			this.progress++;
			this.fruitlessPauses = 0;
			this.refusedSince = undefined;
			this.hasGivenUp = false;
		}
		// a pause that nobody would wait for needs a refusal before it is believed
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
