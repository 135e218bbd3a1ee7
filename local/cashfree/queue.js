'use strict';

/**
 * @typedef {{ operation: string, fields: Record<string, unknown> }} Call
 *   `operation` is e.g. `POST /vkyc`, `fields` the query and body fields together.
 * @typedef {{ on?: string | string[], times?: number, match?: Record<string, unknown> }} When
 *   `on` names operations (absent: any), `times` how often (default 1), `match` wanted field values.
 */

/**
 * @param {When} when
 * @param {Call} call
 * @returns {boolean}
 */
function applies({ on, match = {} }, { operation, fields }) {
	if (on !== undefined && ![on].flat().includes(operation)) return false;
	return Object.entries(match).every(([name, value]) => String(fields[name]) === String(value));
}

/**
 * Things to happen to the next calls, oldest first.
 * @template T
 */
class Queue {
	/** @type {{ value: T, when: When, left: number }[]} */
	#entries = [];

	/**
	 * @param {T} value
	 * @param {When} [when]
	 */
	add(value, when = {}) {
		this.#entries.push({ value, when, left: when.times ?? 1 });
	}

	/**
	 * @param {Call} call
	 * @returns {T | undefined} what is to happen to this call, now used once
	 */
	take(call) {
		const index = this.#entries.findIndex(({ when }) => applies(when, call));
		if (index < 0) return undefined;
		const entry = this.#entries[index];
		entry.left -= 1;
		if (entry.left <= 0) this.#entries.splice(index, 1);
		return entry.value;
	}

	clear() {
		this.#entries.length = 0;
	}
}

module.exports = { Queue, applies };
