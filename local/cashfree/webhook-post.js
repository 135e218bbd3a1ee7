'use strict';

/**
 * @typedef {{
 *   url: string, event: string | null, attempt: number, headers: Record<string, string>,
 *   body: string, status: number | null, failure: string | null, ms: number,
 * }} Attempt `status` is null while (or when) there is no answer; then `failure` says why.
 */

/** Milliseconds after which a receiver counts as not answering. */
const patience = 10_000;

/**
 * Posts one delivery, without following redirects; never rejects.
 * @param {import('./webhook-event.js').Delivery} delivery
 * @param {Attempt[]} log gets the attempt at once
 * @param {AbortSignal} stop drops the delivery
 * @returns {Promise<Attempt>} the log's entry, once it is answered or given up
 */
async function post({ url, attempt: number, headers, body }, log, stop) {
	const event = /"event_type":"([^"]*)"/.exec(body)?.[1] ?? null;
	/** @type {Attempt} */
	const attempt = {
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
		const { message, cause } = /** @type {Error & { cause?: { code?: string } }} */ (error);
		attempt.failure = cause?.code ?? message;
	}
	attempt.ms = performance.now() - started;
	return attempt;
}

module.exports = { post };
