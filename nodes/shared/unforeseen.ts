import { ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { withItemNumber } from './itemNumber';

/** Where in this package or in n8n it was thrown, e.g. `RangeError at client.js:93`. */
function placeOf(reason: unknown): string {
	if (!(reason instanceof Error)) return 'no error object';
	const { name } = reason.constructor;
	// the message comes before the lines with the places, and may look like them
	const head = `${reason.name}: ${reason.message}\n`;
	const stack = String(reason.stack);
	const places = stack.startsWith(head) ? stack.slice(head.length) : '';
	const [first = ''] = places.split('\n', 1);
	const place = first.split(/[/\\( ]/).at(-1) ?? '';
	const line = /^[\w.-]{1,60}:\d+/.exec(place)?.[0];
	return line ? `${name} at ${line}` : name;
}

/** What the credential or an expression says, in words that n8n or this package wrote for the builder. */
function wordsFor(reason: unknown): Error | undefined {
	const cause = reason instanceof Error ? reason.cause : undefined;
	return [reason, cause].find(
		(thrown) => thrown instanceof UserError || thrown instanceof ExpressionError,
	) as Error | undefined;
}

/**
 * Makes of whatever was thrown what may be shown. The words of an exception that nobody foresaw may
 * quote data, such as `"Asha Rao" is not valid JSON`, so that only its kind and place are told.
 *
 * @param outcome what became of the item's request
 */
export function unforeseen(
	node: INode,
	itemIndex: number,
	reason: unknown,
	outcome: 'not_sent' | 'unknown',
): NodeOperationError {
	const words = wordsFor(reason);
	const isSent = outcome === 'unknown';
	const description = `${isSent ? 'It is not known whether Cashfree acted on it. Look it up before you run it again' : 'Nothing was sent'}. Please report this: ${placeOf(reason)}.`;
	const error = words
		? new NodeOperationError(node, words, { itemIndex })
		: new NodeOperationError(node, 'Something unexpected happened in this node', {
				itemIndex,
				description,
			});
	error.message = withItemNumber(error.message, itemIndex);
	error.context.data = { outcome };
	return error;
}
