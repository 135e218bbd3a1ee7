import type { IDataObject } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import { ExactNumber, exactJson, parseExactJson } from '../../shared/exactJson';
import { isDate, isObject } from '../../shared/isObject';
import type { Fault } from './fault';
import { assertExact, assertNothingMissing, assertUsable } from './text';

const maxLength = 100_000;
const maxDepth = 50;

function assertLength(length: number, fault: Fault): void {
	if (length <= maxLength) return;
	throw fault(`is ${length} characters long`, `Use at most ${maxLength} characters.`);
}

function parse(json: string, fault: Fault, rule: string): unknown {
	try {
		return parseExactJson(json, maxDepth);
	} catch (reason) {
		throw fault(reason instanceof RangeError ? 'is nested too deeply' : 'is not valid JSON', rule);
	}
}

/** What lies in a value, each text and number of it checked. */
function checked(value: unknown, fault: Fault, depth = 0): unknown {
	if (depth > maxDepth) throw fault('is nested too deeply', `Use at most ${maxDepth} levels.`);
	if (typeof value === 'string') {
		assertUsable(value, fault);
		assertNothingMissing(value, fault);
	}
	if (typeof value === 'bigint') return new ExactNumber(String(value));
	if (typeof value === 'number') {
		assertExact(value, fault);
		if (!Number.isFinite(value)) {
			throw fault('holds the result of a calculation without one', 'Check the expression.');
		}
	}
	if (value instanceof ExactNumber || typeof value !== 'object' || value === null) return value;
	const inside = (item: unknown) => checked(item, fault, depth + 1);
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
export function sendable(object: IDataObject, fault: Fault): IDataObject {
	const copy = Object.fromEntries(
		Object.entries(object).map(([key, value]) => [checked(key, fault), checked(value, fault)]),
	) as IDataObject;
	assertLength(exactJson(copy)?.length ?? 0, fault);
	return copy;
}

/**
 * A JSON object, given as text or by an expression; `{}` where the field was left empty. Numbers in a
 * text keep each digit, in `ExactNumber`s.
 *
 * @throws where the text is no JSON, longer than 100,000 characters or nested deeper than 50 levels, or
 *   the JSON is no object
 */
export function jsonObject(value: unknown, fault: Fault): IDataObject {
	if (isBlank(value)) return {};
	const rule = 'Give a JSON object such as {"key": "value"}, or an expression that results in one.';
	if (typeof value === 'string') assertLength(value.length, fault);
	const given = typeof value === 'string' ? parse(value, fault, rule) : value;
	if (given === null) return {};
	if (!isObject(given)) throw fault('is not a JSON object', rule);
	return given;
}
