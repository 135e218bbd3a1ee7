type Headers = Record<string, string | undefined>;

const aYear = 365 * 24 * 60 * 60 * 1000;

/** The form of HTTP's dates, e.g. `Sun, 06 Nov 1994 08:49:37 GMT` */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

function dateIn(value: string): number | undefined {
	const date = httpDate.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(date) ? undefined : date;
}

function waitIn(value: string, date: number): number {
	const until = dateIn(value);
	if (until !== undefined) return until - date;
	if (!/^\d+(\.\d+)?$/.test(value)) return 0;
	const ms = Number(value) * 1000;
	// some gateways give the time of the reset instead of the time until then
	return ms > aYear ? ms - date : ms;
}

const names = ['date', 'retry-after', 'x-ratelimit-reset', 'x-ratelimit-remaining'];

/** Of an answer's headers those that say when to send again: a run may keep thousands of answers. */
export const limitHeaders = (headers: Headers): Headers =>
	Object.fromEntries(
		names.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]),
	);

/**
 * The wait that Cashfree asks for, read off its headers: `X-RateLimit-Reset` counts seconds,
 * `Retry-After` seconds or the time of a clock. The longer one counts. A time is compared with that of
 * the answer itself, so that a clock of n8n's server that goes wrong does not matter.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/verification-rate-limits
 *
 * @param date milliseconds since 1970, for an answer that does not tell when it was made
 * @returns milliseconds; 0 where the headers ask for none, or for one that cannot be meant
 */
export function retryAfter(headers: Headers, date: number): number {
	const valueOf = (name: string) => headers[name]?.trim() ?? '';
	const answeredAt = dateIn(valueOf('date')) ?? date;
	const asked = ['x-ratelimit-reset', 'retry-after'].map(valueOf);
	const waits = asked.map((value) => waitIn(value, answeredAt)).filter((wait) => wait <= aYear);
	return Math.max(0, ...waits);
}
