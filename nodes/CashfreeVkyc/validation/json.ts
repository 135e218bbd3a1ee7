import type { IDataObject } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import { ExactNumber, exactJson, parseExactJson } from '../../shared/exactJson';
import { isDate, isObject } from '../../shared/isObject';
import type { FieldError } from './fieldError';
import { assertExact, assertNothingMissing, assertUsable } from './text';

const maxLength = 100_000;
const maxDepth = 50;

function assertLength(length: number, fieldError: FieldError): void {
	if (length <= maxLength) return;
	throw fieldError(`is ${length} characters long`, `Use at most ${maxLength} characters.`);
}

function parse(json: string, fieldError: FieldError, rule: string): unknown {
	try {
		return parseExactJson(json, maxDepth);
	} catch (reason) {
		throw fieldError(
			reason instanceof RangeError ? 'is nested too deeply' : 'is not valid JSON',
			rule,
		);
	}
}

/** What is in a value, each text and number of it checked. */
function checked(value: unknown, fieldError: FieldError, depth = 0): unknown {
	if (depth > maxDepth) throw fieldError('is nested too deeply', `Use at most ${maxDepth} levels.`);
	if (typeof value === 'string') {
		assertUsable(value, fieldError);
		assertNothingMissing(value, fieldError);
	}
	if (typeof value === 'bigint') return new ExactNumber(String(value));
	if (typeof value === 'number') {
		assertExact(value, fieldError);
		if (!Number.isFinite(value)) {
			throw fieldError('contains a calculation without a result', 'Check the expression.');
		}
	}
	if (value instanceof ExactNumber || typeof value !== 'object' || value === null) return value;
	const inside = (item: unknown) => checked(item, fieldError, depth + 1);
	if (Array.isArray(value)) return value.map(inside);
	if (isDate(value)) return inside(value.toJSON());
	const entries = Object.entries(value).map(([key, item]) => [inside(key), inside(item)]);
	return Object.fromEntries(entries) as unknown;
}

/**
 * A copy of an object of the builder's own, which is sent as it is.
 *
 * @returns plain data and `ExactNumber`s
 * @throws where a text or number in it cannot be sent as it was meant, or it is nested deeper than 50
 *   levels or longer than 100,000 characters
 */
export function sendable(object: IDataObject, fieldError: FieldError): IDataObject {
	const copy = Object.fromEntries(
		Object.entries(object).map(([key, value]) => [
			checked(key, fieldError),
			checked(value, fieldError),
		]),
	) as IDataObject;
	assertLength(exactJson(copy)?.length ?? 0, fieldError);
	return copy;
}

/**
 * A JSON object, given as text or by an expression; `{}` where the field was left empty. Numbers in a
 * text keep each digit, in `ExactNumber`s.
 *
 * @throws where the text is no JSON, longer than 100,000 characters or nested deeper than 50 levels, or
 *   the JSON is no object
 */
export function jsonObject(value: unknown, fieldError: FieldError): IDataObject {
	if (isBlank(value)) return {};
	const rule = 'Give a JSON object such as {"key": "value"}, or an expression that results in one.';
	if (typeof value === 'string') assertLength(value.length, fieldError);
	const given = typeof value === 'string' ? parse(value, fieldError, rule) : value;
	if (given === null) return {};
	if (!isObject(given)) throw fieldError('is not a JSON object', rule);
	return given;
}
