'use strict';
const { setTimeout: wait } = require('node:timers/promises');
const { toEvent, toDelivery } = require('./webhook-event.js');
const { post } = require('./webhook-post.js');

/**
 * @typedef {import('./webhook-event.js').Signing} Signing
 * @typedef {import('./webhook-event.js').Overrides} Overrides
 * @typedef {import('./webhook-post.js').Attempt} Attempt
 * @typedef {Signing & { url: string }} Registration
 */

/** What Cashfree's test body says is not known, and neither is whether it is signed; this is not. */
const testBody = { type: 'WEBHOOK_TEST' };

/** Milliseconds before each further attempt. */
const defaultDelays = [50, 100, 200];

/** Sends webhooks to the registered URLs, and again after an answer other than 200. */
class Webhooks {
	/** @type {Registration[]} */
	registrations = [];
	/** @type {Attempt[]} every attempt, oldest first */
	deliveries = [];
	retryDelays = defaultDelays;
	/** @type {'first' | 'new'} whose timestamp a further attempt carries: the first one's, or its own */
	retryTimestamp = 'first';
	/** @type {Overrides[]} */
	#spoiled = [];
	/** @type {Set<Promise<unknown>>} */
	#pending = new Set();
	#stop = new AbortController();

	/** @param {{ now: () => number, clientSecret: string }} options */
	constructor({ now, clientSecret }) {
		this.now = now;
		this.clientSecret = clientSecret;
	}

	/**
	 * @param {string} url
	 * @param {Partial<Signing>} [signing] scheme `header` (default), `body` or `none`; the secret is
	 *   the client secret unless given
	 */
	register(url, { scheme = 'header', secret = this.clientSecret } = {}) {
		this.registrations.push({ url, scheme, secret });
	}

	/** @param {string} [url] absent: all of them */
	unregister(url) {
		this.registrations = this.registrations.filter((known) => url && known.url !== url);
	}

	/**
	 * The dashboard's "Test & Add": posts a test body and registers the URL if it answers 200.
	 * @param {string} url
	 * @param {Partial<Signing>} [signing] for the registration
	 * @returns {Promise<{ added: boolean, status: number | null, ms: number, within50ms: boolean }>}
	 */
	async testAndAdd(url, signing) {
		const { status, ms } = await this.deliver(url, testBody, { scheme: 'none' });
		const added = status === 200;
		if (added) this.register(url, signing);
		return { added, status, ms, within50ms: ms <= 50 };
	}

	/**
	 * Sends the event of a verification's present state to every registered URL, in the background.
	 * @param {import('./state.js').Verification} verification
	 * @param {string} [type] event type; absent: the one that belongs to the sub-status, if any
	 */
	announce(verification, type) {
		const event = toEvent(verification, this.now(), type);
		if (!event) return;
		for (const registration of this.registrations) {
			const sent = this.#sendUntilTaken(registration, event);
			this.#pending.add(sent);
			void sent.finally(() => this.#pending.delete(sent));
		}
	}

	/** Resolves when every announced event has been taken or given up. */
	async settled() {
		while (this.#pending.size > 0) await Promise.all(this.#pending);
	}

	/** @param {Overrides} overrides for the next attempt of an announced event, to have it refused */
	spoilNext(overrides) {
		this.#spoiled.push(overrides);
	}

	/**
	 * Sends one event once, for forged and unusual ones.
	 * @param {string} url
	 * @param {unknown} event any JSON value
	 * @param {Overrides} [overrides]
	 * @returns {Promise<Attempt>}
	 */
	deliver(url, event, overrides) {
		const how = { scheme: /** @type {const} */ ('header'), secret: this.clientSecret };
		const delivery = toDelivery(url, event, {
			...how,
			timestamp: String(this.now()),
			...overrides,
		});
		return post(delivery, this.deliveries, this.#stop.signal);
	}

	/**
	 * Sends a delivery of the log again, byte for byte; throws when there is no such delivery.
	 * @param {number} [index] position in `deliveries`; negative counts from the end
	 */
	async redeliver(index = -1) {
		const sent = this.deliveries.at(index);
		if (!sent) throw new Error('There is no such delivery.');
		return await post(sent, this.deliveries, this.#stop.signal);
	}

	/** As at the start: no registrations, no deliveries; what is under way is dropped. */
	clear() {
		this.#stop.abort();
		this.#stop = new AbortController();
		this.registrations = [];
		this.deliveries.length = 0;
		this.#spoiled.length = 0;
		this.retryDelays = defaultDelays;
		this.retryTimestamp = 'first';
	}

	/**
	 * @param {Registration} registration
	 * @param {object} event
	 */
	async #sendUntilTaken({ url, ...signing }, event) {
		const { signal } = this.#stop;
		const first = String(this.now());
		for (let attempt = 1; !signal.aborted; attempt++) {
			const timestamp = this.retryTimestamp === 'first' ? first : String(this.now());
			const how = { ...signing, timestamp, attempt, ...this.#spoiled.shift() };
			const { status } = await this.deliver(url, event, how);
			const delay = this.retryDelays[attempt - 1];
			if (status === 200 || delay === undefined) return;
			await wait(delay, undefined, { signal }).catch(() => {});
		}
	}
}

module.exports = { Webhooks };
