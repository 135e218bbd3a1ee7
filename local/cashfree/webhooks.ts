import { setTimeout as wait } from 'node:timers/promises';
import type { Verification } from './records';
import { toEvent, toDelivery } from './webhook-event';
import type { Overrides, Signing } from './webhook-event';
import { post } from './webhook-post';
import type { Attempt } from './webhook-post';

interface Registration extends Signing {
	url: string;
}

/** What Cashfree's test body says is not known, and neither is whether it is signed; this is not. */
const testBody = { type: 'WEBHOOK_TEST' };

/** Milliseconds before each further attempt. */
const defaultDelays = [50, 100, 200];

/** Sends webhooks to the registered URLs, and again after an answer other than 200. */
export class Webhooks {
	registrations: Registration[] = [];
	/** Every attempt, oldest first. */
	deliveries: Attempt[] = [];
	retryDelays = defaultDelays;
	/** Whose timestamp a further attempt carries: the first one's, or its own. */
	retryTimestamp: 'first' | 'new' = 'first';
	#spoiled: Overrides[] = [];
	#pending = new Set<Promise<unknown>>();
	#stop = new AbortController();

	constructor(
		private readonly now: () => number,
		private readonly clientSecret: string,
	) {}

	/**
	 * @param signing scheme `header` (default), `body` or `none`; the secret is the client secret
	 * unless given
	 */
	register(url: string, { scheme = 'header', secret = this.clientSecret }: Partial<Signing> = {}) {
		this.registrations.push({ url, scheme, secret });
	}

	/** @param url absent: all of them */
	unregister(url?: string) {
		this.registrations = this.registrations.filter((known) => url && known.url !== url);
	}

	/**
	 * The dashboard's "Test & Add": posts a test body and registers the URL if it answers 200.
	 * @param signing for the registration
	 */
	async testAndAdd(
		url: string,
		signing?: Partial<Signing>,
	): Promise<{ added: boolean; status: number | null; ms: number; within50ms: boolean }> {
		const { status, ms } = await this.deliver(url, testBody, { scheme: 'none' });
		const added = status === 200;
		if (added) this.register(url, signing);
		return { added, status, ms, within50ms: ms <= 50 };
	}

	/**
	 * Sends the event of a verification's present state to every registered URL, in the background.
	 * @param type event type; absent: the one that belongs to the sub-status, if any
	 */
	announce(verification: Verification, type?: string) {
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

	/** @param overrides for the next attempt of an announced event, to have it refused */
	spoilNext(overrides: Overrides) {
		this.#spoiled.push(overrides);
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
		return post(delivery, this.deliveries, this.#stop.signal);
	}

	/**
	 * Sends a delivery of the log again, byte for byte; throws when there is no such delivery.
	 * @param index position in `deliveries`; negative counts from the end
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

	async #sendUntilTaken({ url, ...signing }: Registration, event: object) {
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
