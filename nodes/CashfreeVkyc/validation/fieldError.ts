import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

/**
 * Makes the error of one field.
 *
 * @param what is wrong with the value, to follow the field's name: `is empty`. It never quotes a value that
 *   may be personal
 * @param rule what to do, as a sentence
 */
export type FieldError = (what: string, rule: string) => NodeOperationError;

/** Thrown before anything is sent; `context.data` goes to the item's JSON with *continue on fail*. */
export const fieldErrorOf =
	(node: INode, itemIndex: number, label: string): FieldError =>
	(what, rule) => {
		const message = `'${label}' ${what} [item ${itemIndex}]`;
		const error = new NodeOperationError(node, message, { itemIndex, description: rule });
		// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
		error.message = message;
		error.context.data = { code: 'invalid_field', field: label, outcome: 'not_sent' };
		return error;
	};
