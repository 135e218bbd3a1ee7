import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import type { Fault } from './fault';
import { isObject } from './json';

/**
 * A collection, and beside it a hidden field of the same name. n8n keeps of a collection only the
 * fields that it knows in it, and so nothing at all where the whole of it is one expression; what a
 * field without parts holds, it keeps. The editor offers no such expression, but a workflow that was
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
 * The fields of a collection, `{}` where it was left empty.
 *
 * @throws where an expression for the whole of it results in anything but fields
 */
export function collectionOf(value: unknown, fault: Fault): IDataObject {
	if (isBlank(value)) return {};
	if (isObject(value)) return value;
	const rule = 'Fill in its fields one by one, or give an expression that results in an object.';
	throw fault('is not a collection of fields', rule);
}
