import type { IDataObject } from 'n8n-workflow';
import type { Fault } from './fault';

/**
 * A JSON object, given as text or by an expression; `{}` where there is none.
 *
 * @throws where the text is no JSON, or the JSON no object
 */
export function jsonObject(value: unknown, fault: Fault): IDataObject {
	const rule = 'Give a JSON object such as {"key": "value"}, or an expression that results in one.';
	let given = value;
	if (typeof value === 'string') {
		try {
			given = value.trim() === '' ? {} : JSON.parse(value);
		} catch {
			throw fault('is not valid JSON', rule);
		}
	}
	if (given === null || given === undefined) return {};
	if (typeof given !== 'object' || Array.isArray(given)) throw fault('is not a JSON object', rule);
	return given as IDataObject;
}
