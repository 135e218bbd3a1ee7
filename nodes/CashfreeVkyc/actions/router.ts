import { sleep } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createClient } from '../transport/client';
import type { Client } from '../transport/client';
import { itemChecker } from './checkItem';
import type { CheckedItem } from './checkItem';
import { addFailedHint, addHints } from './hints';
import { itemIds } from './itemIds';
import { failedItem, itemError } from '../errors/itemError';
import type { ItemError } from '../errors/itemError';
import type { DownloadRun, ItemOutput, ShownOperation } from './operation';
import { SameIds } from './sameIds';
import { stopOf } from './stop';

/** How many items are checked, and their credentials fetched, before n8n may do something else. */
const itemsPerTurn = 50;

/** Sends the requests of an item one after the other, and downloads its file. */
async function sendItem(item: CheckedItem, run: DownloadRun): Promise<ItemOutput> {
	const answers: IDataObject[] = [];
	for (const request of item.requests) {
		try {
			answers.push(await run.send(request));
		} catch (reason) {
			const refusal = answers.length > 0 ? (item.afterFirst?.(reason) ?? reason) : reason;
			throw refusal;
		}
	}
	return await item.output(answers, run);
}

/**
 * Runs an operation for each item of the input, several at a time, and keeps their order.
 *
 * All items are checked before the first one is sent, so that a run which stops at a faulty item has
 * sent nothing. After an item that failed no further request is begun.
 *
 * @param continueOnFail a failed item goes on as an item with its message and details
 * @throws NodeOperationError or NodeApiError of the item that failed first, and so stopped the run
 */
export async function runItems(
	context: IExecuteFunctions,
	operation: ShownOperation,
	continueOnFail: boolean,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	const items = new Array<CheckedItem | undefined>(count);
	const output = new Array<INodeExecutionData>(count);
	const failed = new Map<number, ItemError>();
	const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const stop = stopOf(context);
	const ids = new SameIds(context.getNode());
	let client: Client | undefined;

	function fail(itemIndex: number, reason: unknown) {
		const wasSent = client?.wasSent(itemIndex) === true;
		const error = itemError(context.getNode(), itemIndex, reason, wasSent);
		failed.set(itemIndex, error);
		const ownIds = hasErrorOutput ? {} : itemIds(context, itemIndex);
		output[itemIndex] = failedItem(error, itemIndex, ownIds);
		if (!continueOnFail) stop.now();
	}

	function accept(itemIndex: number, item: CheckedItem) {
		const conflict = ids.claim(item.credential.account, item.requests, itemIndex);
		if (conflict) fail(itemIndex, conflict);
		else items[itemIndex] = item;
	}

	async function checkItems() {
		const check = itemChecker(context, operation);
		for (let from = 0; from < count && !stop.signal.aborted; from += itemsPerTurn) {
			// lets n8n serve others meanwhile, and hear that the run is stopped
			if (from > 0) await sleep(0);
			const turn = Array.from(
				{ length: Math.min(itemsPerTurn, count - from) },
				(_, at) => from + at,
			);
			const checked = await Promise.allSettled(turn.map(check));
			// of two with the same ID the later one is refused, so these go in the order of the items
			for (const [at, end] of checked.entries()) {
				if (end.status === 'rejected') fail(from + at, end.reason);
				else accept(from + at, end.value);
			}
		}
	}

	async function sendItems({ sendFor }: Client, maxConcurrentItems: number) {
		let next = 0;
		const worker = async () => {
			while (next < count && !stop.signal.aborted) {
				const itemIndex = next++;
				const item = items[itemIndex];
				items[itemIndex] = undefined;
				if (!item) continue;
				const { timeout } = item.options;
				const access = { credential: item.credential, timeout };
				try {
					const send = sendFor(itemIndex, access);
					const run = { ...access, context, itemIndex, send, stop: stop.signal };
					output[itemIndex] = { ...(await sendItem(item, run)), pairedItem: { item: itemIndex } };
				} catch (reason) {
					fail(itemIndex, reason);
				}
			}
		};
		await Promise.all(Array.from({ length: maxConcurrentItems }, worker));
	}

	try {
		await checkItems();
		// what counts for the whole run is read off the first item that can be sent
		const options = items.find(Boolean)?.options;
		if (options && !stop.signal.aborted) {
			const { maxConcurrentItems: own = Infinity } = operation;
			const maxConcurrentItems = Math.min(options.maxConcurrentItems, own, count);
			client = createClient(context, { ...options, maxConcurrentItems }, stop.signal);
			await sendItems(client, maxConcurrentItems);
		}
	} finally {
		stop.release();
	}
	// a cancelled run is no failed one: n8n would show it as such, or try again
	const [cause] = failed.values();
	if (cause && !continueOnFail && !stop.isCancelled()) throw cause;
	// a cancelled run leaves the items out that it did not reach
	const succeeded = output.filter((_, itemIndex) => !failed.has(itemIndex));
	if (continueOnFail && failed.size > 0) addFailedHint(context, failed.size, count, hasErrorOutput);
	if (client) addHints(context, succeeded, operation, client);
	return output.filter(Boolean);
}
