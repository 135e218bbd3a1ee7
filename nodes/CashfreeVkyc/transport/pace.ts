import { ownCodes } from './attempt';
import type { Attempt } from './attempt';
import { backoff } from './clock';
import type { Clock } from './clock';
import { Windows } from './windows';

export interface PaceOptions {
	/** How many refusals for the rate limit a request bears while no request of the run gets through */
	maxRefusals: number;
	/** Milliseconds after which a refused request gives up where no request of the run gets through */
	maxStandstill: number;
}

/** Cashfree counts requests by the minute. */
const longestBackoff = 60_000;

const isRefusal = ({ status }: Attempt) => status === 429;

/** Makes all requests of a run keep to the rate limit of the Cashfree account. */
export class Pace {
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

	private readonly windows: Windows;

	/** @param signal once it is aborted, no request is sent, whatever waits */
	constructor(
		private readonly options: PaceOptions,
		private readonly clock: Clock,
		private readonly signal: AbortSignal | undefined,
	) {
		this.windows = new Windows(clock);
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
		attempt: () => Promise<Attempt>,
	): Promise<Attempt> {
		let refusals = 0;
		let refusal: Attempt | undefined;
		for (;;) {
			const progressBefore = this.progress;
			const isOpen = await this.open(itemIndex);
			if (this.signal?.aborted) return { outcome: 'not sent', code: ownCodes.stopped };
			if (!isOpen) return refusal ?? { outcome: 'not sent', code: ownCodes.rateLimit };
			const pausesBefore = this.pauses;
			const end = await attempt();
			this.heed(end, operation, pausesBefore);
			if (!isRefusal(end)) return end;
			refusal = end;
			// where others get through, so will this one
			const isAlone = this.progress === progressBefore;
			refusals = isAlone ? refusals + 1 : 1;
			if (refusals > this.options.maxRefusals || this.isAtStandstill()) {
				if (isAlone) this.hasGivenUp = true;
				return end;
			}
		}
	}

	/** Whether there was no progress for too long, or will not be within that time. */
	private isAtStandstill(): boolean {
		const now = this.clock.now();
		const goesOn = Math.max(now, this.pausedUntil);
		return goesOn - (this.refusedSince ?? now) > this.options.maxStandstill;
	}

	/** Waits for the end of the pause; false where the run has given up. */
	private async open(itemIndex: number): Promise<boolean> {
		for (;;) {
			const wait = this.pausedUntil - this.clock.now();
			if (this.hasGivenUp || (wait > 0 && this.isAtStandstill())) return false;
			if (wait <= 0 || this.signal?.aborted) return true;
			this.waited.add(itemIndex);
			await this.clock.sleep(wait, this.signal);
		}
	}

	private heed(end: Attempt, operation: string, pausesBefore: number): void {
		const asked = this.windows.waitAskedBy(end, operation);
		if (isRefusal(end)) {
			this.refusedSince ??= this.clock.now();
			// a burst of refusals counts once: what was sent before the pause tells nothing about it
			const isNews = this.pauses === pausesBefore;
			if (isNews) this.fruitlessPauses++;
			const own = isNews ? backoff(this.fruitlessPauses, longestBackoff, this.clock) : 0;
			this.pauseFor(Math.max(asked, own));
			return;
		}
		if (end.outcome === 'answered') {
			this.progress++;
			this.fruitlessPauses = 0;
			this.refusedSince = undefined;
			this.hasGivenUp = false;
		}
		// a pause that nobody would wait for needs a refusal before it is believed
		const isBelieved = asked <= this.options.maxStandstill;
		if (isBelieved && end.headers?.['x-ratelimit-remaining']?.trim() === '0') this.pauseFor(asked);
	}

	private pauseFor(wait: number): void {
		const until = this.clock.now() + wait;
		if (wait === 0 || until <= this.pausedUntil) return;
		this.pausedUntil = until;
		this.pauses++;
	}
}
