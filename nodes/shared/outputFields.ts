import type { IDataObject } from 'n8n-workflow';
import { isBlank } from './blank';
import { commaList } from './commaList';
import type { FieldError } from './fieldError';

/** A path into the response; `as` is its name in the output, where `data.status` is to be `status`. */
export type OutputField = string | { path: string; as: string };

const partsOf = (path: string) => path.split(/[.[\]]+/).filter((part) => part.trim() !== '');

/**
 * The paths that the field 'Output Fields' names: a text with commas, or an expression that results in
 * an array.
 *
 * @throws where it names none, one without a name such as `.`, or more than anybody would pick
 */
export function readOutputFields(value: unknown, fieldError: FieldError): string[] {
	const rule = "Name the fields to return, e.g. status, vkyc_link, or change 'Output'.";
	if (isBlank(value)) throw fieldError('is empty', rule);
	const paths = commaList(value);
	if (!paths) throw fieldError('is not a list of names', rule);
	if (paths.length === 0) throw fieldError('is empty', rule);
	if (paths.length > 100 || paths.some((path) => path.length > 500)) {
		throw fieldError('is too long', 'Name at most 100 fields, each of at most 500 characters.');
	}
	const nameless = paths.find((path) => partsOf(path).length === 0);
	if (nameless) throw fieldError('contains a path without a name', rule);
	return paths;
}

function valueAt(response: IDataObject, path: string): IDataObject[string] {
	let value: unknown = response;
	for (const part of partsOf(path)) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
		value = (value as IDataObject)[part];
	}
	return (value ?? null) as IDataObject[string];
}

/**
 * Whether a path leads to a field of the response, be it null. What is in a null, or behind the end of
 * a list, may be there another time.
 */
export function leadsToField(response: IDataObject, path: string): boolean {
	let value: unknown = response;
	for (const part of partsOf(path)) {
		if (value === null) return true;
		if (typeof value !== 'object') return false;
		if (!Object.hasOwn(value, part)) return Array.isArray(value) && /^\d+$/.test(part);
		value = (value as IDataObject)[part];
	}
	return true;
}

/** Picks fields, each named by its path with underscores; null for one that the response lacks. */
export function pick(response: IDataObject, fields: readonly OutputField[]): IDataObject {
	return Object.fromEntries(
		fields
			.map((field) =>
				typeof field === 'string' ? { path: field, as: partsOf(field).join('_') } : field,
			)
			.map(({ path, as }) => [as, valueAt(response, path)]),
	);
}
