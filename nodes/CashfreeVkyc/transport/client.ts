import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { baseUrl } from '../../../credentials/environment';
import { signedHeaders } from '../../../credentials/sign';
import { sensitiveValues } from '../../shared/mask';
import { apiError } from './apiError';
import { attempt } from './attempt';
import type { Answer, CashfreeRequest } from './attempt';
import { backoff, systemClock } from './clock';
import { deliver } from './deliver';
import type { Delivery } from './deliver';
import { isSuccess } from './decide';
import { Pace } from './pace';
import type { PaceOptions } from './pace';
import { firstDifference, SharedRequests } from './shared';

/**
 * Sends one request and results in the JSON that Cashfree answered with.
 *
 * @throws NodeApiError, with a message for the builder, where the answer is no success
 */
export type Send = (request: CashfreeRequest) => Promise<IDataObject>;

export interface ClientOptions extends PaceOptions {
	/** Milliseconds that a request may take */
	timeout: number;
}

/** What a run had to do beside sending, for a hint in the output panel. */
export interface Tally {
	/** Requests whose answer was lost, or whose subject existed, and was looked up */
	recovered: number;
	/** Refusals for the rate limit that were waited for */
	waited: number;
	/** Items that took the answer of another item with the same ID */
	shared: number;
}

export interface Client {
	/** The sender of one item */
	sendFor(itemIndex: number): Send;
	tally(): Tally;
	environment: string;
}

/** @throws NodeOperationError where the credential cannot sign, before anything is sent */
async function readCredential(context: IExecuteFunctions) {
	const credentials = await context.getCredentials('cashfreeSecureIdApi');
	try {
		const address = baseUrl(credentials);
		signedHeaders(credentials, 0);
		const { clientSecret, environment } = credentials;
		return { address, secret: String(clientSecret), environment: String(environment) };
	} catch (reason) {
		const fault = new NodeOperationError(context.getNode(), reason as Error);
		fault.context.data = { code: 'invalid_credential', outcome: 'not sent' };
		throw fault;
	}
}

function sameIdOtherBody(node: INode, itemIndex: number, first: number, field: string) {
	const message = `This item has the same ID as item ${first}, but another '${field}' [item ${itemIndex}]`;
	const fault = new NodeOperationError(node, message, {
		itemIndex,
		description: 'Give each item an ID of its own, or remove the item that is not wanted.',
	});
	fault.message = message;
	fault.context.data = { code: 'same_id_in_run', field, outcome: 'not sent' };
	return fault;
}

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
	const { address, secret, environment } = await readCredential(context);
	const signal = context.getExecutionCancelSignal?.();
	const pace = new Pace(options, clock, signal);
	const shared = new SharedRequests<Delivery>();
	let recovered = 0;

	const means = {
		send: async (request: CashfreeRequest) =>
			await pace.send(async () => await attempt(context, address, request, options.timeout)),
		pause: async (tries: number) => await clock.sleep(backoff(tries, clock), signal),
	};
	const deliverOnce = async (request: CashfreeRequest) => {
		const delivery = await deliver(request, means);
		if (delivery.found) recovered++;
		return delivery;
	};

	const sendFor = (itemIndex: number) => async (request: CashfreeRequest) => {
		const { body = {}, creates } = request;
		const entry = shared.take(creates?.id, itemIndex, body, async () => await deliverOnce(request));
		const difference = firstDifference(entry.body, body);
		if (difference) throw sameIdOtherBody(node, itemIndex, entry.itemIndex, difference);

		const { end, found } = await entry.result;
		const sensitive = [secret, ...sensitiveValues(body)];
		const about = { node, itemIndex, sensitive, clearUp: creates?.clearUp };
		const answer = found ?? end;
		if (!isSuccess(answer)) throw apiError(end, about);
		const owner = creates?.owner(answer.body) ?? 'same';
		if (owner === 'other' || (found && owner === 'unstated')) {
			const conflict: Answer = { ...answer, body: { code: 'belongs_to_another_user' } };
			throw apiError(conflict, about, creates?.otherOwner);
		}
		return entry.itemIndex === itemIndex ? answer.body : structuredClone(answer.body);
	};

	return {
		sendFor,
		tally: () => ({ recovered, waited: pace.refusals, shared: shared.count }),
		environment,
	};
}
