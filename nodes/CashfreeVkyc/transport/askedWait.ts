type Headers = Record<string, string | undefined>;

const aYear = 365 * 24 * 60 * 60 * 1000;

/** The form of HTTP's dates, e.g. `Sun, 06 Nov 1994 08:49:37 GMT` */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function waitIn(value: string, now: number): number {
	if (httpDate.test(value)) return Date.parse(value) - now;
	if (!/^\d+(\.\d+)?$/.test(value)) return 0;
	const ms = Number(value) * 1000;
	// some gateways give the time of the reset instead of the time until then
	return ms > aYear ? ms - now : ms;
}

/**
 * The wait that Cashfree asks for, read off its headers: `X-RateLimit-Reset` counts seconds,
 * `Retry-After` seconds or the time of a clock. The longer one counts.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/verification-rate-limits
 *
 * @param now milliseconds since 1970
 * @returns milliseconds; 0 where the headers ask for none, or for one that cannot be meant
 */
export function waitAskedFor(headers: Headers, now: number): number {
	const asked = ['x-ratelimit-reset', 'retry-after'].map((name) => headers[name]?.trim() ?? '');
	const waits = asked.map((value) => waitIn(value, now)).filter((wait) => wait <= aYear);
	return Math.max(0, ...waits);
}
