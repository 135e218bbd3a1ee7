import { NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
} from 'n8n-workflow';
import { readOutputOptions, shapeOutput } from '../../shared/output';
import { faultOf } from '../fields/fault';
import { createClient } from '../transport/client';
import type { Client } from '../transport/client';
import { tellAbout } from './hints';
import type { ItemFields, Operation, Prepared } from './operation';
import { readRunOptions } from './options';

type ItemError = NodeApiError | NodeOperationError;

function fieldsOf(context: IExecuteFunctions, itemIndex: number, timezone: string): ItemFields {
	const node = context.getNode();
	return {
		timezone,
		get: (parameter) => context.getNodeParameter(parameter, itemIndex, null),
		options: context.getNodeParameter('options', itemIndex, {}) as IDataObject,
		fault: (label) => faultOf(node, itemIndex, label),
	};
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
	return new NodeOperationError(context.getNode(), reason as Error, { itemIndex });
}

function failedItem(error: ItemError, itemIndex: number): INodeExecutionData {
	const details = (error.context.data ?? {}) as IDataObject;
	const json = { error: error.message, description: error.description, ...details };
	return { json: json as IDataObject, error, pairedItem: { item: itemIndex } };
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
	const timezone = context.getTimezone();
	const first = fieldsOf(context, 0, timezone);
	const { itemsAtOnce, ...clientOptions } = readRunOptions(first.options, first.fault);

	const output = new Array<INodeExecutionData>(count);
	const failed: ItemError[] = [];
	const fail = (itemIndex: number, reason: unknown) => {
		const error = itemError(context, itemIndex, reason);
		if (!continueOnFail) failed[itemIndex] = error;
		output[itemIndex] = failedItem(error, itemIndex);
	};
	const throwFirstFailed = () => {
		const error = failed.find(Boolean);
		if (error) throw error;
	};

	const prepared: Array<Prepared | undefined> = [];
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		try {
			prepared[itemIndex] = prepareItem(operation, fieldsOf(context, itemIndex, timezone));
		} catch (reason) {
			fail(itemIndex, reason);
			throwFirstFailed();
		}
	}

	let client: Client;
	try {
		client = await createClient(context, clientOptions);
	} catch (reason) {
		if (!continueOnFail) throw itemError(context, 0, reason);
		return prepared.map((_, itemIndex) =>
			failedItem(itemError(context, itemIndex, reason), itemIndex),
		);
	}
	const isCancelled = () => context.getExecutionCancelSignal?.()?.aborted === true;
	let next = 0;
	const worker = async () => {
		while (next < count && failed.length === 0 && !isCancelled()) {
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
	await Promise.all(Array.from({ length: Math.min(itemsAtOnce, count) }, worker));
	throwFirstFailed();
	// a cancelled run leaves the items out that it did not reach
	const items = output.filter(Boolean);
	tellAbout(context, items, operation, client);
	return items;
}
