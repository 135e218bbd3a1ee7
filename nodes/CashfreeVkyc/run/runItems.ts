import { sleep } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import { readOutputOptions, shapeOutput } from '../../shared/output';
import { unforeseen } from '../../shared/unforeseen';
import { faultOf } from '../fields/fault';
import { createClient } from '../transport/client';
import { tellAbout } from './hints';
import type { ItemFields, Operation, Prepared } from './operation';
import { readRunOptions } from './options';
import { parameterReader } from './parameters';

/** How many items are checked before n8n may do something else. */
const itemsPerTurn = 100;

type ItemError = NodeApiError | NodeOperationError;

/** Makes what an operation may ask of an item, for each item of a run. */
function fieldsOf(context: IExecuteFunctions): (itemIndex: number) => ItemFields {
	const node = context.getNode();
	const timezone = context.getTimezone();
	const read = parameterReader(context);
	return (itemIndex) => ({
		timezone,
		get: (parameter) => read(parameter, itemIndex, null),
		options: read('options', itemIndex, {}) as IDataObject,
		fault: (label) => faultOf(node, itemIndex, label),
	});
}

/** Reads and checks an item; the result sends it and gives its output the wanted form. */
function prepareItem(operation: Operation, fields: ItemFields): Prepared {
	const { simplified } = operation;
	const form = { ...readOutputOptions(fields.options, fields.fault), simplifiedFields: simplified };
	const prepared = operation.prepare(fields);
	return async (send) => shapeOutput(await prepared(send), form);
}

function itemError(context: IExecuteFunctions, itemIndex: number, reason: unknown): ItemError {
	if (reason instanceof Error && 'node' in reason) return reason as ItemError;
	return unforeseen(context.getNode(), itemIndex, reason, 'unknown');
}

/**
 * The item that goes on in place of one that failed. n8n sends an item to the error output for its
 * one key `error`; where an item holds the error itself, too, n8n strips its JSON to the message.
 */
function failedItem(error: ItemError, itemIndex: number): INodeExecutionData {
	const { message, description } = error;
	const details = (error.context.data ?? {}) as IDataObject;
	return { json: { error: { message, description, ...details } }, pairedItem: { item: itemIndex } };
}

/** What all items of a run share. Its options are those of the first item. */
async function startRun(context: IExecuteFunctions, { options, fault }: ItemFields, count: number) {
	const runOptions = readRunOptions(options, fault);
	const itemsAtOnce = Math.min(runOptions.itemsAtOnce, count);
	return { itemsAtOnce, client: await createClient(context, { ...runOptions, itemsAtOnce }) };
}

/**
 * Runs an operation for each item of the input, several at a time, and keeps their order.
 *
 * All items are checked before the first one is sent, so that a run which stops at a faulty item has
 * sent nothing. After an item that failed no further one is started.
 *
 * @param continueOnFail a failed item goes on as an item with its message and details
 * @throws NodeOperationError or NodeApiError of the first item that failed
 */
export async function runItems(
	context: IExecuteFunctions,
	operation: Operation,
	continueOnFail: boolean,
): Promise<INodeExecutionData[]> {
	const count = context.getInputData().length;
	if (count === 0) return [];
	const fields = fieldsOf(context);
	const output = new Array<INodeExecutionData>(count);
	const failed: ItemError[] = [];
	const fail = (itemIndex: number, reason: unknown) => {
		failed[itemIndex] = itemError(context, itemIndex, reason);
		output[itemIndex] = failedItem(failed[itemIndex], itemIndex);
	};
	const isCancelled = () => context.getExecutionCancelSignal?.()?.aborted === true;
	const hasFailed = () => !continueOnFail && failed.length > 0;
	const throwFirstFailed = () => {
		// a cancelled run is no failed one: n8n would show it as such, or try again
		if (hasFailed() && !isCancelled()) throw failed.find(Boolean);
	};

	const prepared = new Array<Prepared | undefined>(count);
	for (let itemIndex = 0; itemIndex < count && !isCancelled(); itemIndex++) {
		// lets n8n serve others meanwhile, and hear that the run is stopped
		if (itemIndex % itemsPerTurn === itemsPerTurn - 1) await sleep(0);
		try {
			prepared[itemIndex] = prepareItem(operation, fields(itemIndex));
		} catch (reason) {
			fail(itemIndex, reason);
			throwFirstFailed();
		}
	}

	let run: Awaited<ReturnType<typeof startRun>>;
	try {
		run = await startRun(context, fields(0), count);
	} catch (reason) {
		for (const itemIndex of prepared.keys()) if (!failed[itemIndex]) fail(itemIndex, reason);
		throwFirstFailed();
		return output;
	}
	const { client, itemsAtOnce } = run;
	let next = 0;
	const worker = async () => {
		while (next < count && !hasFailed() && !isCancelled()) {
			const itemIndex = next++;
			const send = prepared[itemIndex];
			prepared[itemIndex] = undefined;
			if (!send) continue;
			try {
				const json = await send(client.sendFor(itemIndex));
				output[itemIndex] = { json, pairedItem: { item: itemIndex } };
			} catch (reason) {
				fail(itemIndex, reason);
			}
		}
	};
	await Promise.all(Array.from({ length: itemsAtOnce }, worker));
	throwFirstFailed();
	// a cancelled run leaves the items out that it did not reach
	const reached = output.filter(Boolean);
	const succeeded = output.filter((item, itemIndex) => item && !failed[itemIndex]);
	tellAbout(context, succeeded, operation, client);
	return reached;
}
