import { answers } from './answers';
import type { Answer } from './answers';

/**
 * At most `limit` requests of one operation in each window of `windowMs`; `headers` (default true)
 * adds X-RateLimit-*, `retryAfter` (default false) adds Retry-After to a 429, both in seconds.
 */
export interface Limit {
	limit: number;
	windowMs: number;
	headers?: boolean;
	retryAfter?: boolean;
}

/** Fixed windows, one for each operation: https://www.cashfree.com/docs/api-reference/rate-limits */
export class Limits {
	#windows = new Map<string, { ends: number; used: number }>();

	constructor(private readonly now: () => number) {}

	/**
	 * Counts one request.
	 * @param operation e.g. `POST /vkyc`
	 * @param limit null: no limit
	 */
	count(
		operation: string,
		limit: Limit | null,
	): { headers: Record<string, string>; refused: Answer | null } {
		if (!limit) return { headers: {}, refused: null };
		const now = this.now();
		let window = this.#windows.get(operation);
		if (!window || window.ends <= now) {
			window = { ends: now + limit.windowMs, used: 0 };
			this.#windows.set(operation, window);
		}
		window.used += 1;
		const seconds = String(Math.ceil((window.ends - now) / 1000));
		const refused = window.used > limit.limit ? answers.too_many_requests_per_operation : null;
		const headers: Record<string, string> = {};
		if (limit.headers !== false) {
			headers['x-ratelimit-limit'] = String(limit.limit);
			headers['x-ratelimit-remaining'] = String(Math.max(0, limit.limit - window.used));
			headers['x-ratelimit-reset'] = seconds;
		}
		if (refused && limit.retryAfter) headers['retry-after'] = seconds;
		return { headers, refused };
	}

	clear() {
		this.#windows.clear();
	}
}
