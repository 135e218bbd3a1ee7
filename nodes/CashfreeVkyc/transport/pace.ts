import { waitAskedFor } from './askedWait';
import { ownCodes } from './attempt';
import type { Attempt } from './attempt';
import { backoff } from './clock';
import type { Clock } from './clock';

export interface PaceOptions {
	/** How many refusals for the rate limit a request bears while no request of the run gets through */
	maxRefusals: number;
	/** Milliseconds after which a refused request gives up where no request of the run gets through */
	maxStandstill: number;
}

/** Cashfree counts requests by the minute. */
const longestBackoff = 60_000;

/** What rounding up to whole seconds can add to a wait. */
const rounding = 1000;

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

	private lastProgress: number;

	/** When an operation's present window ends at the latest */
	private readonly windowEnds = new Map<string, number>();

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
	 * @param operation what Cashfree counts by itself, e.g. `POST /vkyc`
	 * @returns how the last try ended; a refusal only where waiting no longer helps
	 */
	async send(
		itemIndex: number,
		operation: string,
		attempt: () => Promise<Attempt>,
	): Promise<Attempt> {
		let refusals = 0;
		for (;;) {
			const progressBefore = this.lastProgress;
			await this.open(itemIndex);
			if (this.signal?.aborted) return { outcome: 'not sent', code: ownCodes.stopped };
			const pausesBefore = this.pauses;
			const end = await attempt();
			this.heed(end, operation, pausesBefore);
			if (!isRefusal(end)) return end;
			// where others get through, so will this one
			refusals = this.lastProgress > progressBefore ? 1 : refusals + 1;
			if (refusals > this.options.maxRefusals || this.isAtStandstill()) return end;
		}
	}

	/** Whether there was no progress for too long, or will not be within that time. */
	private isAtStandstill(): boolean {
		const goesOn = Math.max(this.clock.now(), this.pausedUntil);
		return goesOn - this.lastProgress > this.options.maxStandstill;
	}

	private async open(itemIndex: number): Promise<void> {
		for (;;) {
			const wait = this.pausedUntil - this.clock.now();
			if (wait <= 0 || this.signal?.aborted || this.isAtStandstill()) return;
			this.waited.add(itemIndex);
			await this.clock.sleep(wait, this.signal);
		}
	}

	/**
	 * The wait that an answer asks for. Each answer of a window tells its end in whole seconds, so the
	 * earliest of these ends is the nearest to the truth.
	 */
	private waitAskedBy({ headers = {} }: Attempt, operation: string): number {
		const now = this.clock.now();
		const asked = waitAskedFor(headers, this.clock.date());
		if (asked === 0) return 0;
		const known = this.windowEnds.get(operation) ?? 0;
		const isSameWindow = known > now && known > now + asked - rounding;
		const end = isSameWindow ? Math.min(known, now + asked) : now + asked;
		this.windowEnds.set(operation, end);
		return end - now;
	}

	private heed(end: Attempt, operation: string, pausesBefore: number): void {
		const asked = this.waitAskedBy(end, operation);
		if (isRefusal(end)) {
			// a burst of refusals counts once: what was sent before the pause tells nothing about it
			const isNews = this.pauses === pausesBefore;
			if (isNews) this.fruitlessPauses++;
			const own = isNews ? backoff(this.fruitlessPauses, longestBackoff, this.clock) : 0;
			this.pauseFor(Math.max(asked, own));
			return;
		}
		if (end.outcome === 'answered') {
			this.fruitlessPauses = 0;
			this.lastProgress = this.clock.now();
		}
		if (end.headers?.['x-ratelimit-remaining']?.trim() === '0') this.pauseFor(asked);
	}

	private pauseFor(wait: number): void {
		const until = this.clock.now() + wait;
		if (wait === 0 || until <= this.pausedUntil) return;
		this.pausedUntil = until;
		this.pauses++;
	}
}
