import type { Delivery } from './webhookEvent';

/**
 * `at` in milliseconds; `status` is null while (or when) there is no answer; then `failure` says why.
 */
export interface Attempt {
	at: number;
	url: string;
	event: string | null;
	attempt: number;
	headers: Record<string, string>;
	body: string;
	status: number | null;
	failure: string | null;
	ms: number;
}

/** Milliseconds after which a receiver counts as not answering. */
const patience = 10_000;

/**
 * Posts one delivery, without following redirects; never rejects.
 * @param at milliseconds since 1970, for the log
 * @param log gets the attempt at once
 * @param stop drops the delivery
 * @returns the log's entry, once it is answered or given up
 */
export async function post(
	{ url, attempt: number, headers, body }: Delivery,
	at: number,
	log: Attempt[],
	stop: AbortSignal,
): Promise<Attempt> {
	const event = /"event_type":"([^"]*)"/.exec(body)?.[1] ?? null;
	const attempt: Attempt = {
		at,
		url,
		event,
		attempt: number,
		headers,
		body,
		status: null,
		failure: null,
		ms: 0,
	};
	log.push(attempt);
	const started = performance.now();
	try {
		const signal = AbortSignal.any([stop, AbortSignal.timeout(patience)]);
		const response = await fetch(url, {
			method: 'POST',
			headers,
			body,
			redirect: 'manual',
			signal,
		});
		await response.arrayBuffer();
		attempt.status = response.status;
	} catch (error) {
		const { message, cause } = error as Error & { cause?: { code?: string } };
		attempt.failure = cause?.code ?? message;
	}
	attempt.ms = performance.now() - started;
	return attempt;
}
