import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { exactJson } from '../../shared/exactJson';
import { Account } from './account';
import type { AccountOptions } from './account';
import { nameOfCreated } from './request';
import type { CashfreeRequest } from './request';
import { backoff, systemClock } from './clock';
import type { Credential } from './credential';
import { retrySafetyOf } from './nextAction';
import type { RetryResult, Sender } from './sendWithRetry';
import { oncePerExecution } from './retryOnFail';
import { jsonOf } from './result';
import { sendOnce } from './sendOnce';
import { InFlightRequests } from './inFlightRequests';

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

/** How many items needed more than their own request and its answer, for hints in the output panel. */
export interface RunStatistics {
	/** Was sent again, or looked up since its answer was lost */
	recovered: number;
	/** Waited for the rate limit */
	waited: number;
	/** Shares the response to an earlier item with the same ID */
	shared: number;
}

export interface Client {
	/** The sender of one item */
	sendFor(itemIndex: number, access: Access): Send;
	/** Whether Cashfree may have received a request of this item */
	wasSent(itemIndex: number): boolean;
	statistics(): RunStatistics;
	/** Those of the credentials that were sent with */
	environments: ReadonlySet<string>;
}

/** Milliseconds; a look-up is not worth waiting for much longer */
const longestWait = 10_000;

/** Names what a request creates or changes; what has no ID of its own is its item's alone. */
function nameOf(
	{ body, clearUp, creates }: CashfreeRequest,
	itemIndex: number,
	{ credential }: Access,
): string | undefined {
	if (!creates && clearUp === undefined) return undefined;
	const id = creates?.id ?? `item ${itemIndex} ${exactJson(body)}`;
	return nameOfCreated(credential.account, id);
}

/**
 * Makes the sender that all items of a run share: one rate limit for each account, and one request
 * where several items ask for the same thing.
 *
 * @param stop aborted when the run has failed or is stopped: from then on, no request is begun.
 *   Those under way end by themselves, unless n8n cancels the run
 * @param mayRepeat whether another item of the run may create what has this name
 */
export function createClient(
	context: IExecuteFunctions,
	options: AccountOptions,
	stop: AbortSignal,
	mayRepeat: (name: string) => boolean,
	clock = systemClock,
): Client {
	const node = context.getNode();
	const cancel = context.getExecutionCancelSignal?.();
	const accounts = new Map<string, Account>();
	const inFlight = new InFlightRequests<RetryResult>(mayRepeat);
	const send = oncePerExecution(context);
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

	const senderFor = (
		itemIndex: number,
		account: Account,
		access: Access,
		bodies: unknown[],
	): Sender => ({
		async sendOnce(request) {
			const operation = `${request.method} ${request.path}`;
			const outcome = await account.rateLimiter.send(itemIndex, operation, async () => {
				sent.add(itemIndex);
				return await sendOnce(context, request, { ...access, clock, signal: cancel, itemIndex });
			});
			bodies.push(outcome.body);
			account.onOutcome(retrySafetyOf(request), outcome);
			return outcome;
		},
		wait: async (retry) => await clock.sleep(backoff(retry, longestWait, clock), stop),
		isCircuitOpen: (safety) => account.isCircuitOpen(safety),
	});

	const sendFor = (itemIndex: number, access: Access) => {
		const account = accountOf(access.credential);
		const { secrets } = access.credential;
		// the bodies of all requests and answers: a later answer may repeat what they contain
		const bodies: unknown[] = [];
		return async (request: CashfreeRequest) => {
			bodies.push(request.body ?? {});
			const name = nameOf(request, itemIndex, access);
			const sender = senderFor(itemIndex, account, access, bodies);
			const start = async () => await send(name, request, sender);
			const entry = inFlight.getOrStart(name, itemIndex, start);
			const result = await entry.result;
			if (sent.has(entry.itemIndex)) sent.add(itemIndex);
			// with another item's answer, too, where it was shared
			const sensitive = {
				secrets,
				bodies: [...bodies, result.outcome.body, result.found?.body],
			};
			const isShared = entry.itemIndex !== itemIndex;
			const json = jsonOf(result, request, { node, itemIndex, isShared, sensitive });
			if (isShared) {
				sharing.add(itemIndex);
				return structuredClone(json);
			}
			if (result.mayBeOwn || result.retries > 0) recovered.add(itemIndex);
			return json;
		};
	};

	return {
		sendFor,
		wasSent: (itemIndex) => sent.has(itemIndex),
		statistics: () => ({
			recovered: recovered.size,
			waited: [...accounts.values()].reduce(
				(sum, { rateLimiter }) => sum + rateLimiter.waited.size,
				0,
			),
			shared: sharing.size,
		}),
		environments,
	};
}
