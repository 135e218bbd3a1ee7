import type { IExecuteFunctions } from 'n8n-workflow';

/** Reads a parameter for an item, its expressions resolved. */
type Read = (parameter: string, itemIndex: number, fallback: unknown) => unknown;

/** Whether the value may be another one for another item. */
function holdsExpression(raw: unknown): boolean {
	if (typeof raw === 'string') return raw.startsWith('=');
	return typeof raw === 'object' && raw !== null && Object.values(raw).some(holdsExpression);
}

/**
 * A reader of the node's parameters that asks n8n once for what is the same for all items: n8n looks
 * each value up, resolves and validates it anew, for each item. What it gives must not be changed.
 */
export function parameterReader(context: IExecuteFunctions): Read {
	const constants = new Map<string, unknown>();
	return (parameter, itemIndex, fallback) => {
		if (constants.has(parameter)) return constants.get(parameter);
		const value = context.getNodeParameter(parameter, itemIndex, fallback);
		const raw = context.getNodeParameter(parameter, itemIndex, fallback, { rawExpressions: true });
		if (!holdsExpression(raw)) constants.set(parameter, value);
		return value;
	};
}
