import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import { withItemNumber } from '../../shared/itemNumber';

/**
 * An item's error in this node's own words.
 *
 * @param words the message, to which the item's number is added, and what to do
 * @param data goes to the item's JSON with *continue on fail*
 */
export function operationError(
	node: INode,
	itemIndex: number,
	{ message: what, description }: { message: string; description?: string | null | undefined },
	data: IDataObject,
): NodeOperationError {
	const message = withItemNumber(what, itemIndex);
	const error = new NodeOperationError(node, message, {
		itemIndex,
		...(description && { description }),
	});
	// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
	error.message = message;
	error.context.data = data;
	return error;
}
