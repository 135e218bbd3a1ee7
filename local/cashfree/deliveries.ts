import { toDelivery } from './webhookEvent';
import type { Overrides } from './webhookEvent';
import { post } from './webhookPost';
import type { Attempt } from './webhookPost';

/** Posts single deliveries, and keeps the log of all. */
export class Deliveries {
	/** Every attempt, oldest first. */
	deliveries: Attempt[] = [];
	#stop = new AbortController();

	/** @param now milliseconds since 1970 */
	constructor(
		protected readonly now: () => number,
		protected readonly clientSecret: string,
	) {}

	/** Aborted when what is under way is dropped. */
	protected get dropped() {
		return this.#stop.signal;
	}

	/**
	 * Sends one event once, for forged and unusual ones.
	 * @param event any JSON value
	 */
	deliver(url: string, event: unknown, overrides?: Overrides): Promise<Attempt> {
		const how = { scheme: 'header' as const, secret: this.clientSecret };
		const delivery = toDelivery(url, event, {
			...how,
			timestamp: String(this.now()),
			...overrides,
		});
		return post(delivery, this.now(), this.deliveries, this.#stop.signal);
	}

	/**
	 * Sends a delivery of the log again, byte for byte; throws when there is no such delivery.
	 * @param index position in `deliveries`; negative counts from the end
	 */
	async redeliver(index = -1) {
		const sent = this.deliveries.at(index);
		if (!sent) throw new Error('There is no such delivery.');
		return await post(sent, this.now(), this.deliveries, this.#stop.signal);
	}

	/** Forgets the log, and drops what is under way. */
	clear() {
		this.#stop.abort();
		this.#stop = new AbortController();
		this.deliveries.length = 0;
	}
}
