import type { IDataObject, IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { isBlank } from './blank';
import { isObject } from './isObject';
import type { FieldError } from './fieldError';

/**
 * A collection, and next to it a hidden field of the same name. n8n keeps of a collection only the
 * fields that it knows in it, and so nothing at all where the whole of it is one expression; what a
 * field without parts contains, it keeps. The editor offers no such expression, but a workflow that was
 * imported, or made by a program, may have one.
 */
export const withWholeExpression = (collection: INodeProperties): INodeProperties[] => [
	collection,
	{
		displayName: collection.displayName,
		name: collection.name,
		type: 'hidden',
		default: {},
		...(collection.displayOptions && { displayOptions: collection.displayOptions }),
	},
];

/**
 * The 'Options' of a node, sorted by label.
 *
 * @param show when they are shown; always, where the node has no operations
 */
export const optionsCollection = (
	options: INodeProperties[],
	show: IDisplayOptions['show'] = {},
): INodeProperties[] =>
	withWholeExpression({
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [...options].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
	});

const rule = 'Fill in its fields one by one, or give an expression that results in an object.';

/**
 * The fields of a collection, `{}` where it was left empty.
 *
 * @throws where an expression for the whole of it results in anything but fields
 */
export function collectionOf(value: unknown, fieldError: FieldError): IDataObject {
	if (isBlank(value)) return {};
	if (isObject(value)) return value;
	throw fieldError('is not a collection of fields', rule);
}

/**
 * The fields of the 'Options', `{}` where none was added.
 *
 * @throws as `collectionOf` does, and where the expression results in nothing: whether an option that
 *   protects was meant to be on cannot be known; also where it chooses the form of the output
 */
export function optionsOf(value: unknown, fieldError: FieldError): IDataObject {
	if (isBlank(value)) {
		const what = 'is not a collection of fields: its expression results in nothing';
		throw fieldError(what, 'Let it result in an object, {} for no option.');
	}
	const options = collectionOf(value, fieldError);
	const field = ['output', 'outputFields'].find((name) => Object.hasOwn(options, name));
	if (field !== undefined) {
		throw fieldError(`contains '${field}', which is no option`, "Set the field 'Output' instead.");
	}
	return options;
}
