import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import type { FieldErrorOf } from '../../shared/fieldError';
import { runOptions } from '../descriptions/options';
import type { ClientOptions } from '../transport/client';

/**
 * The value of a number option, within its limits; its default where it was left empty.
 *
 * @throws where it is no number, or out of range
 */
export function numberOf(
	property: INodeProperties,
	options: IDataObject,
	fieldErrorOf: FieldErrorOf,
): number {
	const { name, displayName, default: whenBlank, typeOptions } = property;
	const { minValue = 0, maxValue = Infinity } = typeOptions ?? {};
	const value = isBlank(options[name]) ? whenBlank : options[name];
	const rule = `Give a number from ${minValue} to ${maxValue}.`;
	const isWritten = typeof value === 'string' && /^[+-]?\d{1,9}(?:\.\d{1,9})?$/.test(value.trim());
	const number = isWritten ? Number(value) : value;
	if (typeof number !== 'number' || Number.isNaN(number)) {
		throw fieldErrorOf(displayName)('is not a number', rule);
	}
	if (number < minValue || number > maxValue) {
		throw fieldErrorOf(displayName)('is out of range', rule);
	}
	return number;
}

/**
 * Reads the options for sending, of which the first item decides all but the timeout.
 *
 * @throws where one is no number, or out of range
 */
export function readRunOptions(options: IDataObject, fieldErrorOf: FieldErrorOf): ClientOptions {
	const numbers = Object.fromEntries(
		runOptions.map((property) => [property.name, numberOf(property, options, fieldErrorOf)]),
	);
	const {
		maxConcurrentItems = 0,
		maxRateLimitRetries = 0,
		maxRateLimitWait = 0,
		timeout = 0,
	} = numbers;
	return {
		maxConcurrentItems: Math.floor(maxConcurrentItems),
		maxRateLimitRetries,
		maxRateLimitWait: maxRateLimitWait * 60_000,
		timeout: timeout * 1000,
	};
}
