import type { IDataObject } from 'n8n-workflow';

/** Dates of JavaScript and n8n, which write themselves as a text */
export const isDate = (value: object): value is { toJSON(): unknown } =>
	'toJSON' in value && typeof value.toJSON === 'function';

/** Whether a value is an object with fields of its own, no list and no date. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !isDate(value);
