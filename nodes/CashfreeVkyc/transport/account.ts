import type { RequestOutcome } from './requestOutcome';
import type { Clock } from './clock';
import type { RetrySafety } from './nextAction';
import { RateLimiter } from './rateLimiter';
import type { RateLimiterOptions } from './rateLimiter';

/** So many consecutive requests of a kind without an answer, for each concurrent item, open the circuit. */
const unansweredUntilOpen = 3;

export interface AccountOptions extends RateLimiterOptions {
	/** How many items the node processes at the same time */
	maxConcurrentItems: number;
}

/** What the requests of a run to one Cashfree account share: rate limit and circuit breaker. */
export class Account {
	readonly rateLimiter: RateLimiter;

	private readonly unanswered: Record<RetrySafety, number> = {
		idempotent: 0,
		reconcilable: 0,
		unsafe: 0,
	};

	constructor(
		private readonly options: AccountOptions,
		clock: Clock,
		stop: AbortSignal,
	) {
		this.rateLimiter = new RateLimiter(options, clock, stop);
	}

	/** Notes the outcome of a request. */
	onOutcome(safety: RetrySafety, { state: outcome }: RequestOutcome): void {
		this.unanswered[safety] = outcome === 'answered' ? 0 : this.unanswered[safety] + 1;
	}

	/** Whether Cashfree answers no request of this kind any more, whichever item sends it. */
	isCircuitOpen(safety: RetrySafety): boolean {
		return this.unanswered[safety] >= unansweredUntilOpen * this.options.maxConcurrentItems;
	}
}
