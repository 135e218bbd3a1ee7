import { setTimeout as wait } from 'node:timers/promises';
import { Deliveries } from './deliveries';
import { otherEvent, testSample } from './otherEvents';
import type { Verification } from './records';
import { toEvent } from './webhookEvent';
import type { Overrides, Signing } from './webhookEvent';

interface Registration extends Signing {
	url: string;
}

/** Milliseconds before each further attempt. */
const defaultDelays = [50, 100, 200];

/** Sends webhooks to the registered URLs, and again after an answer other than 200. */
export class Webhooks extends Deliveries {
	registrations: Registration[] = [];
	retryDelays = defaultDelays;
	/** Whose timestamp a further attempt carries: the first one's, or its own. */
	retryTimestamp: 'first' | 'new' = 'first';
	#spoiled: Overrides[] = [];
	#others = 0;
	#pending = new Set<Promise<unknown>>();

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
	 * The dashboard's "Test & Add": posts a sample and registers the URL, once, if it answers 200.
	 * @param signing for the registration
	 */
	async testAndAdd(
		url: string,
		signing?: Partial<Signing>,
	): Promise<{ added: boolean; status: number | null; ms: number; within50ms: boolean }> {
		const { status, ms } = await this.deliver(url, testSample(this.now(), this.clientSecret), {
			scheme: 'none',
			headers: { 'x-webhook-attempt': null, 'x-webhook-version': null },
		});
		const added = status === 200;
		if (added) {
			this.unregister(url);
			this.register(url, signing);
		}
		return { added, status, ms, within50ms: ms <= 50 };
	}

	/**
	 * Sends the event of a verification's present state to every registered URL, in the background.
	 * @param type event type; absent: the one that belongs to the sub-status, if any
	 */
	announce(verification: Verification, type?: string) {
		const event = toEvent(verification, this.now(), type);
		if (event) this.#sendToAll(event);
	}

	/**
	 * Sends an event of another product of Secure ID, as `announce` does.
	 * @param product of `otherEvents.ts`
	 * @throws when there is no such product
	 */
	announceOther(product: string) {
		this.#others += 1;
		const event = otherEvent(product, this.now(), this.#others);
		this.#sendToAll({ signature: undefined, ...event });
	}

	#sendToAll(event: object) {
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

	/** As at the start: no registrations, no deliveries; what is under way is dropped. */
	override clear() {
		super.clear();
		this.registrations = [];
		this.#spoiled.length = 0;
		this.retryDelays = defaultDelays;
		this.retryTimestamp = 'first';
	}

	async #sendUntilTaken({ url, ...signing }: Registration, event: object) {
		const signal = this.dropped;
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
