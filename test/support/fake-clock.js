/** @import { Clock } from '../../nodes/CashfreeVkyc/transport/clock' */
const { setImmediate: nextTurn } = require('node:timers/promises');

/**
 * A clock that stands still until it is told to go on, with chance in the test's hand.
 *
 * @implements {Clock}
 */
class FakeClock {
	/** What `random` results in */
	chance = 0;
	/** Milliseconds of every sleep that was asked for @type {number[]} */
	sleeps = [];
	/** By how many milliseconds somebody has set the server's clock */
	setBy = 0;
	#time = Date.parse('2025-05-22T03:51:14.000Z');
	/** @type {Set<{ at: number, wake: () => void }>} */
	#sleepers = new Set();

	now = () => this.#time;
	date = () => this.#time + this.setBy;
	random = () => this.chance;

	/** @type {Clock['sleep']} */
	sleep = async (ms, signal) => {
		this.sleeps.push(ms);
		if (signal?.aborted) return;
		await new Promise((resolve) => {
			const wake = () => {
				this.#sleepers.delete(sleeper);
				signal?.removeEventListener('abort', wake);
				resolve(undefined);
			};
			const sleeper = { at: this.#time + ms, wake };
			this.#sleepers.add(sleeper);
			signal?.addEventListener('abort', wake);
		});
	};

	/** Lets everything run that does not wait for the time. */
	async settle() {
		await nextTurn();
	}

	/**
	 * Goes on by so many milliseconds, and wakes each sleeper at its time.
	 *
	 * @param {number} ms
	 */
	async pass(ms) {
		const end = this.#time + ms;
		await this.settle();
		for (;;) {
			const next = [...this.#sleepers].sort((a, b) => a.at - b.at)[0];
			if (!next || next.at > end) break;
			this.#time = Math.max(this.#time, next.at);
			next.wake();
			await this.settle();
		}
		this.#time = end;
	}
}

module.exports = { FakeClock };
