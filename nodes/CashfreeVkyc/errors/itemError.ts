import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { withItemNumber, withoutItemNumber } from '../../shared/itemNumber';
import { unforeseen } from '../../shared/unforeseen';
import { operationError } from './operationError';

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
	const outcome = wasSent ? 'unknown' : 'not_sent';
	if (!isItemError(reason)) return unforeseen(node, itemIndex, reason, outcome);
	// the number may be that of another item, whose request this one shares
	const message = withoutItemNumber(reason.message);
	if (isOwn && reason.message === withItemNumber(message, itemIndex)) return reason;
	const data = reason.context.data as IDataObject | undefined;
	const { description } = reason;
	return operationError(node, itemIndex, { message, description }, { outcome, ...data });
}

/**
 * The item that goes on in place of one that failed. n8n sends an item to the error output for its
 * one key `error`; where an item contains the error itself, too, n8n strips its JSON to the message.
 *
 * @param ids of the item, to go next to `error`; none where n8n has an error output
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
