import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { createClient } from '../transport/client';
import type { Client } from '../transport/client';
import type { CheckedItem } from './checkItem';
import { CheckedItems } from './checkedItems';
import { addFailedHint, addHints } from './hints';
import { itemIds } from './itemIds';
import { failedItem, itemError } from '../errors/itemError';
import type { ItemError } from '../errors/itemError';
import { MissingFields } from './missingFields';
import type { DownloadRun, ItemOutput, ShownOperation } from './operation';
import { stopOf } from './stop';

/** Sends the requests of an item one after the other, and downloads its file. */
async function sendItem(item: CheckedItem, run: DownloadRun): Promise<ItemOutput> {
	const answers: IDataObject[] = [];
	for (const request of item.requests) {
		try {
			if (answers.length > 0) item.checkAnswers(answers);
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
 * A run that stops at an invalid item checks all of them before it sends the first, so that it has sent
 * nothing then. After an item that failed no further request is begun. A run that continues checks
 * while it sends, since an invalid item keeps nobody from being sent.
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
	const output = new Array<INodeExecutionData>(count);
	const failed = new Map<number, ItemError>();
	const hasErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const stop = stopOf(context);
	const missingFields = new MissingFields();
	let client: Client | undefined;

	function fail(itemIndex: number, reason: unknown) {
		const wasSent = client?.wasSent(itemIndex) === true;
		const error = itemError(context.getNode(), itemIndex, reason, wasSent);
		failed.set(itemIndex, error);
		const ownIds = hasErrorOutput ? {} : itemIds(context, itemIndex);
		output[itemIndex] = failedItem(error, itemIndex, ownIds);
		if (!continueOnFail) stop.now();
	}

	async function sendItems(items: CheckedItems, { sendFor }: Client, maxConcurrentItems: number) {
		let next = 0;
		const worker = async () => {
			while (next < count && !stop.signal.aborted) {
				const itemIndex = next++;
				const item = await items.take(itemIndex);
				if (!item || stop.signal.aborted) continue;
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
		const items = new CheckedItems({ context, operation, missingFields, stop: stop.signal, fail });
		if (!continueOnFail) await items.all();
		const options = await items.options();
		if (options && !stop.signal.aborted) {
			const { maxConcurrentItems: most = Infinity } = operation;
			const maxConcurrentItems = Math.min(options.maxConcurrentItems, most, count);
			const mayRepeat = (name: string) => items.mayRepeat(name);
			const own = { ...options, maxConcurrentItems };
			client = createClient(context, own, stop.signal, mayRepeat);
			await sendItems(items, client, maxConcurrentItems);
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
	missingFields.addHint(context);
	return output.filter(Boolean);
}
