import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { CashfreeRequest } from './attempt';
import { backoff, systemClock } from './clock';
import { readCredential } from './credential';
import { kindOf } from './decide';
import type { Kind } from './decide';
import { deliver } from './deliver';
import type { Delivery, Means } from './deliver';
import { Pace } from './pace';
import type { PaceOptions } from './pace';
import { resultOf, sameIdOtherBody } from './result';
import { sendOnce } from './sendOnce';
import { firstDifference, SharedRequests } from './shared';

/**
 * Sends one request and results in the JSON that Cashfree answered with.
 *
 * @throws NodeApiError, with a message for the builder, where the answer is no success
 */
export type Send = (request: CashfreeRequest) => Promise<IDataObject>;

export interface ClientOptions extends PaceOptions {
	/** How many items are under way at the same time */
	itemsAtOnce: number;
	/** Milliseconds that a request may take */
	timeout: number;
}

/** How many items needed more than one request and its answer, for a hint in the output panel. */
export interface Tally {
	/** Something was lost on the way or existed already, and was repeated or looked up */
	recovered: number;
	/** Waited for the rate limit */
	waited: number;
	/** Took the answer of another item with the same ID */
	shared: number;
}

export interface Client {
	/** The sender of one item */
	sendFor(itemIndex: number): Send;
	tally(): Tally;
	environment: string;
}

/** Milliseconds; a look-up is not worth waiting for much longer */
const longestPause = 10_000;

/**
 * So many tries of a kind in a row without an answer, for each item under way, and Cashfree counts as
 * down for it.
 */
const triesUntilDown = 3;

/**
 * Makes the sender that all items of a run share: one rate limit, one credential, and one request
 * where several items ask for the same thing.
 *
 * @throws NodeOperationError where the credential cannot sign, before anything is sent
 */
export async function createClient(
	context: IExecuteFunctions,
	options: ClientOptions,
	clock = systemClock,
): Promise<Client> {
	const node = context.getNode();
	const credential = await readCredential(context);
	const { secrets, environment } = credential;
	const signal = context.getExecutionCancelSignal?.();
	const conditions = { credential, timeout: options.timeout, clock, signal };
	const pace = new Pace(options, clock, signal);
	const shared = new SharedRequests<Delivery>();
	const recovered = new Set<number>();
	const sharing = new Set<number>();
	const unanswered: Record<Kind, number> = { repeatable: 0, findable: 0, single: 0 };

	const meansFor = (itemIndex: number, told: unknown[]): Means => ({
		async send(request) {
			const send = async () => await sendOnce(context, request, { ...conditions, itemIndex });
			const end = await pace.send(itemIndex, `${request.method} ${request.path}`, send);
			told.push(end.body);
			const kind = kindOf(request);
			unanswered[kind] = end.outcome === 'answered' ? 0 : unanswered[kind] + 1;
			return end;
		},
		pause: async (tries) => await clock.sleep(backoff(tries, longestPause, clock), signal),
		isDown: (kind) => unanswered[kind] >= triesUntilDown * options.itemsAtOnce,
	});

	const sendFor = (itemIndex: number) => {
		// the bodies of all requests and answers: a later answer may repeat what stands in them
		const told: unknown[] = [];
		return async (request: CashfreeRequest) => {
			const { body = {}, creates } = request;
			told.push(body);
			const start = async () => await deliver(request, meansFor(itemIndex, told));
			const entry = shared.take(creates?.id, itemIndex, body, start);
			const difference = firstDifference(entry.body, body);
			if (difference) throw sameIdOtherBody(node, itemIndex, entry.itemIndex, difference);

			const delivery = await entry.result;
			// with another item's answer, too, where it was shared
			const bodies = [...told, delivery.end.body, delivery.found?.body];
			const sensitive = { secrets, bodies };
			const result = resultOf(delivery, request, { node, itemIndex, sensitive });
			if (entry.itemIndex !== itemIndex) {
				sharing.add(itemIndex);
				return structuredClone(result);
			}
			if (delivery.found || delivery.tries > 1) recovered.add(itemIndex);
			return result;
		};
	};

	return {
		sendFor,
		tally: () => ({
			recovered: recovered.size,
			waited: pace.waited.size,
			shared: sharing.size,
		}),
		environment,
	};
}
