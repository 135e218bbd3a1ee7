'use strict';

/**
 * @typedef {{
 *   at: number, method: string, path: string, operation: string, query: Record<string, unknown>,
 *   headers: Record<string, unknown>, signed: boolean, body: unknown, status: number | null,
 *   fault: string | null, forced: boolean, processed: boolean,
 * }} Entry
 *   `at` in milliseconds; `status` null while (or when) nothing was answered; `processed` true when
 *   the request took effect, whatever the caller got to see.
 */

const secretHeaders = ['x-client-secret', 'x-cf-signature', 'authorization', 'cookie'];

/** The requests that reached the Cashfree endpoints, newest last, without their secrets. */
class RequestLog {
	/** @type {Entry[]} */
	entries = [];

	/** @param {number} keep how many of the newest requests to keep at least; 0 keeps none */
	constructor(keep) {
		this.keep = keep;
	}

	/**
	 * @param {{ at: number, method: string, url: string, base: string, query: unknown,
	 *   headers: Record<string, unknown> }} request
	 * @returns {Entry}
	 */
	open({ at, method, url, base, query, headers }) {
		const path = url.split('?', 1)[0];
		const shown = { ...headers };
		for (const name of secretHeaders) delete shown[name];
		/** @type {Entry} */
		const entry = {
			at,
			method,
			path,
			operation: `${method} ${path.startsWith(base) ? path.slice(base.length) : path}`,
			query: /** @type {Record<string, unknown>} */ (query),
			headers: shown,
			signed: 'x-cf-signature' in headers,
			body: null,
			status: null,
			fault: null,
			forced: false,
			processed: false,
		};
		if (this.keep > 0) this.entries.push(entry);
		// Cut in blocks, so that a full log costs nothing per request.
		if (this.entries.length > 2 * this.keep) this.entries.splice(0, this.keep);
		return entry;
	}

	clear() {
		this.entries.length = 0;
	}
}

module.exports = { RequestLog };
