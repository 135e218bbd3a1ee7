import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { exactJson } from '../../shared/exactJson';
import { Account } from './account';
import type { AccountOptions } from './account';
import type { CashfreeRequest } from './attempt';
import { backoff, systemClock } from './clock';
import type { Credential } from './credential';
import { kindOf } from './decide';
import type { Delivery, Means } from './deliver';
import { deliverOnceIn } from './earlierTries';
import { resultOf } from './result';
import { sendOnce } from './sendOnce';
import { SharedRequests } from './shared';

/**
 * Sends one request and results in the JSON that Cashfree answered with.
 *
 * @throws NodeApiError, with a message for the builder, where the answer is no success
 */
export type Send = (request: CashfreeRequest) => Promise<IDataObject>;

/** What an item's 'Options' say about sending; all but the time limit counts for the whole run. */
export interface ClientOptions extends AccountOptions {
	/** Milliseconds that a request may take */
	timeout: number;
}

/** With what an item's requests are sent. */
export interface Access {
	credential: Credential;
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
	sendFor(itemIndex: number, access: Access): Send;
	/** Whether Cashfree may have received a request of this item */
	wasSent(itemIndex: number): boolean;
	tally(): Tally;
	/** Those of the credentials that were sent with */
	environments: ReadonlySet<string>;
}

/** Milliseconds; a look-up is not worth waiting for much longer */
const longestPause = 10_000;

/** Names what a request creates or changes; what has no ID of its own is its item's alone. */
function nameOf(
	{ body, clearUp, creates }: CashfreeRequest,
	itemIndex: number,
	{ credential }: Access,
): string | undefined {
	if (!creates && clearUp === undefined) return undefined;
	return `${credential.account} ${creates?.id ?? `item ${itemIndex} ${exactJson(body)}`}`;
}

/**
 * Makes the sender that all items of a run share: one rate limit for each account, and one request
 * where several items ask for the same thing.
 *
 * @param stop aborted when the run has failed or is stopped: from then on, no request is begun.
 *   Those under way end by themselves, unless n8n cancels the run
 */
export function createClient(
	context: IExecuteFunctions,
	options: AccountOptions,
	stop: AbortSignal,
	clock = systemClock,
): Client {
	const node = context.getNode();
	const cancel = context.getExecutionCancelSignal?.();
	const accounts = new Map<string, Account>();
	const shared = new SharedRequests<Delivery>();
	const deliverOnce = deliverOnceIn(context);
	const environments = new Set<string>();
	const sent = new Set<number>();
	const recovered = new Set<number>();
	const sharing = new Set<number>();

	function accountOf({ account: name, environment }: Credential): Account {
		environments.add(environment);
		const account = accounts.get(name) ?? new Account(options, clock, stop);
		accounts.set(name, account);
		return account;
	}

	const meansFor = (
		itemIndex: number,
		account: Account,
		access: Access,
		told: unknown[],
	): Means => ({
		async send(request) {
			const send = async () => {
				sent.add(itemIndex);
				return await sendOnce(context, request, { ...access, clock, signal: cancel, itemIndex });
			};
			const end = await account.pace.send(itemIndex, `${request.method} ${request.path}`, send);
			told.push(end.body);
			account.count(kindOf(request), end);
			return end;
		},
		pause: async (tries) => await clock.sleep(backoff(tries, longestPause, clock), stop),
		isDown: (kind) => account.isDown(kind),
	});

	const sendFor = (itemIndex: number, access: Access) => {
		const account = accountOf(access.credential);
		const { secrets } = access.credential;
		// the bodies of all requests and answers: a later answer may repeat what stands in them
		const told: unknown[] = [];
		return async (request: CashfreeRequest) => {
			told.push(request.body ?? {});
			const name = nameOf(request, itemIndex, access);
			const means = meansFor(itemIndex, account, access, told);
			const start = async () => await deliverOnce(name, request, means);
			const entry = shared.take(name, itemIndex, start);
			const delivery = await entry.result;
			if (sent.has(entry.itemIndex)) sent.add(itemIndex);
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
		wasSent: (itemIndex) => sent.has(itemIndex),
		tally: () => ({
			recovered: recovered.size,
			waited: [...accounts.values()].reduce((sum, { pace }) => sum + pace.waited.size, 0),
			shared: sharing.size,
		}),
		environments,
	};
}
