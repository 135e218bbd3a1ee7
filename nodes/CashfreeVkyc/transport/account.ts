import type { Attempt } from './attempt';
import type { Clock } from './clock';
import type { Kind } from './decide';
import { Pace } from './pace';
import type { PaceOptions } from './pace';

/**
 * So many tries of a kind in a row without an answer, for each item under way, and Cashfree counts as
 * down for it.
 */
const triesUntilDown = 3;

export interface AccountOptions extends PaceOptions {
	/** How many items are under way at the same time */
	itemsAtOnce: number;
}

/** What the requests of a run have in common that go to the same account of Cashfree's. */
export class Account {
	readonly pace: Pace;

	private readonly unanswered: Record<Kind, number> = { repeatable: 0, findable: 0, single: 0 };

	constructor(
		private readonly options: AccountOptions,
		clock: Clock,
		stop: AbortSignal,
	) {
		this.pace = new Pace(options, clock, stop);
	}

	/** Takes note of how a try ended. */
	count(kind: Kind, { outcome }: Attempt): void {
		this.unanswered[kind] = outcome === 'answered' ? 0 : this.unanswered[kind] + 1;
	}

	/** Whether Cashfree answers no request of this kind any more, whichever item sends it. */
	isDown(kind: Kind): boolean {
		return this.unanswered[kind] >= triesUntilDown * this.options.itemsAtOnce;
	}
}
