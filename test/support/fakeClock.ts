import type { Clock } from '../../nodes/CashfreeVkyc/transport/clock';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * A clock that stands still until it is told to go on, with chance in the test's hand.
 *
 * @implements {Clock}
 */
export class FakeClock {
	/** What `random` results in */
	chance = 0;
	/** Milliseconds of every sleep that was asked for @type */
	sleeps: number[] = [];
	/** By how many milliseconds somebody has set the server's clock */
	setBy = 0;
	#uuids = 0;
	#time = Date.parse('2025-05-22T03:51:14.000Z');
	#sleepers: Set<{ at: number; wake: () => void }> = new Set();

	now = () => this.#time;
	date = () => this.#time + this.setBy;
	random = () => this.chance;
	/** Numbered from 1 */
	uuid = () => `request-${++this.#uuids}`;

	sleep: Clock['sleep'] = async (ms, signal) => {
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

	/** Goes on by so many milliseconds, and wakes each sleeper at its time. */
	async pass(ms: number) {
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
