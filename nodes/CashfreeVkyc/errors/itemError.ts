import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { unforeseen } from '../../shared/unforeseen';

export type ItemError = NodeApiError | NodeOperationError;

const isItemError = (reason: unknown): reason is ItemError =>
	reason instanceof NodeApiError || reason instanceof NodeOperationError;

/**
 * What an item failed with.
 *
 * @param reason as thrown
 * @param wasSent whether Cashfree may have received a request of this item
 */
export function itemError(
	node: INode,
	itemIndex: number,
	reason: unknown,
	wasSent: boolean,
): ItemError {
	const isOwn = isItemError(reason) && reason.context.itemIndex === itemIndex;
	const suffix = ` [item ${itemIndex}]`;
	const outcome = wasSent ? 'unknown' : 'not_sent';
	if (!isItemError(reason)) return unforeseen(node, itemIndex, reason, outcome);
	if (isOwn && reason.message.endsWith(suffix)) return reason;
	// the number may be that of another item, whose request this one shares
	const message = reason.message.replace(/ \[item \d+\]$/, '');
	const data = reason.context.data as IDataObject | undefined;
	const error = new NodeOperationError(node, message, {
		itemIndex,
		...(reason.description && { description: reason.description }),
	});
	// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
	error.message = `${message}${suffix}`;
	error.context.data = { outcome, ...data };
	return error;
}

/**
 * The item that goes on in place of one that failed. n8n sends an item to the error output for its
 * one key `error`; where an item holds the error itself, too, n8n strips its JSON to the message.
 *
 * @param ids of the item, to stand beside `error`; none where n8n has an error output
 */
export function failedItem(
	error: ItemError,
	itemIndex: number,
	ids: IDataObject,
): INodeExecutionData {
	const { message, description } = error;
	const details = (error.context.data ?? {}) as IDataObject;
	const json = { ...ids, error: { message, description, ...details } };
	return { json, pairedItem: { item: itemIndex } };
}
