import type { INode, NodeOperationError } from 'n8n-workflow';
import { operationError } from '../errors/operationError';

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
		const words = { message: `'${label}' ${what}`, description: rule };
		const data = { code: 'invalid_field', field: label, outcome: 'not_sent' };
		return operationError(node, itemIndex, words, data);
	};
