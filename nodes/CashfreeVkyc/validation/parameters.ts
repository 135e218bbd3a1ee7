import { ExpressionError } from 'n8n-workflow';
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { fieldErrorOf } from './fieldError';
import { labelOf } from './labels';

export interface ParameterReader {
	/**
	 * A parameter for an item, its expressions resolved.
	 *
	 * @throws the refusal of the field whose expression n8n cannot resolve
	 */
	read(parameter: string, itemIndex: number, fallback: unknown): unknown;
	/** Whether all that was read for an item alone is remembered. */
	remembers(itemIndex: number): boolean;
	/** Gives up what was read for an item alone. */
	forget(itemIndex: number): void;
}

/** Whether the value may be another one for another item. */
function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(holdsExpression);
}

/** Follows a value down to the innermost part that cannot be read. */
function pathToUnreadable(raw: unknown, path: string[], isReadable: (path: string) => boolean) {
	if (typeof raw !== 'object' || raw === null) return path;
	for (const [key, value] of Object.entries(raw)) {
		const inner = [...path, key];
		if (!isReadable(inner.join('.'))) return pathToUnreadable(value, inner, isReadable);
	}
	return path;
}

/**
 * n8n's own words, where they are about the workflow, e.g. a node that did not run. What an
 * expression's own code throws may quote the item, so it is not repeated.
 */
function wordsOf(reason: unknown): string {
	const isAboutWorkflow =
		reason instanceof ExpressionError && (reason.context.type || reason.context.nodeCause);
	return isAboutWorkflow ? ` n8n's words: "${reason.message}".` : '';
}

/**
 * A reader of the node's parameters that asks n8n once for what is the same for all items, and remembers
 * what expressions result in: n8n resolves and validates each value anew, whenever it is asked. What the
 * reader gives must not be changed. An object is not remembered: the expression of another item can
 * change it.
 *
 * @param properties the fields that the screen shows
 */
export function parameterReader(
	context: IExecuteFunctions,
	properties: readonly INodeProperties[],
): ParameterReader {
	const constants = new Map<string, unknown>();
	const valuesOfItems: Array<Record<string, unknown> | undefined> = [];
	const withObjects = new Set<number>();
	const rawOf = (parameter: string, fallback: unknown) =>
		context.getNodeParameter(parameter, 0, fallback, { rawExpressions: true }) as unknown;

	function expressionError(
		parameter: string,
		itemIndex: number,
		fallback: unknown,
		reason: unknown,
	) {
		const isReadable = (path: string) => {
			try {
				context.getNodeParameter(path, itemIndex, null);
				return true;
			} catch {
				return false;
			}
		};
		const path = pathToUnreadable(rawOf(parameter, fallback), [parameter], isReadable);
		const fieldError = fieldErrorOf(context.getNode(), itemIndex, labelOf(properties, path));
		return fieldError(
			'has an expression that n8n cannot resolve for this item',
			`Open the expression with this item chosen in the input panel: n8n shows there what is wrong.${wordsOf(reason)}`,
		);
	}

	function read(parameter: string, itemIndex: number, fallback: unknown): unknown {
		if (constants.has(parameter)) return constants.get(parameter);
		const known = valuesOfItems[itemIndex];
		if (known && Object.hasOwn(known, parameter)) return known[parameter];
		let value: unknown;
		try {
			value = context.getNodeParameter(parameter, itemIndex, fallback);
		} catch (reason) {
			const error = expressionError(parameter, itemIndex, fallback, reason);
			throw error;
		}
		if (!holdsExpression(rawOf(parameter, fallback))) constants.set(parameter, value);
		else if (Object(value) === value) withObjects.add(itemIndex);
		else (valuesOfItems[itemIndex] ??= {})[parameter] = value;
		return value;
	}

	return {
		read,
		remembers: (itemIndex) => !withObjects.has(itemIndex),
		forget: (itemIndex) => void (valuesOfItems[itemIndex] = undefined),
	};
}
