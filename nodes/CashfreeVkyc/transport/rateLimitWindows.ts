import { retryAfter } from './retryAfter';
import type { RequestOutcome } from './requestOutcome';
import type { Clock } from './clock';

/** What rounding up to whole seconds can add to a wait. */
const rounding = 1000;

/** The windows in which Cashfree counts requests, each operation by itself. */
export class RateLimitWindows {
	/** When an operation's present window ends at the latest */
	private readonly ends = new Map<string, number>();

	constructor(private readonly clock: Clock) {}

	/**
	 * The wait that an answer asks for. Each answer of a window tells its end in whole seconds, so the
	 * earliest of these ends is the nearest to the truth.
	 *
	 * @param operation what Cashfree counts by itself, e.g. `POST /vkyc`
	 * @returns milliseconds; 0 where it asks for none
	 */
	retryAfter({ headers = {} }: RequestOutcome, operation: string): number {
		const now = this.clock.now();
		const asked = retryAfter(headers, this.clock.date());
		if (asked === 0) return 0;
		const known = this.ends.get(operation) ?? 0;
		const isSameWindow = known > now && known > now + asked - rounding;
		const end = isSameWindow ? Math.min(known, now + asked) : now + asked;
		this.ends.set(operation, end);
		return end - now;
	}
}
