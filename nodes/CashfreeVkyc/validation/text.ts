import { isBlank } from '../../shared/blank';
import { ExactNumber } from '../../shared/exactJson';
import { holdsLeftover, leftoverIn } from '../../shared/leftover';
import { firstUnusable, isSeen, nameOf } from './characters';
import type { FieldError } from './fieldError';

/** Longer than any name, ID or part of an address. */
const usualLength = 200;

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'boolean' || typeof value === 'number') return String(value);
	return typeof value === 'function' ? 'a function' : 'an object';
}

/** @throws where JavaScript has not kept each digit of a number that may be an ID */
export function assertExact(value: number, fieldError: FieldError): void {
	if (!Number.isInteger(value) || Number.isSafeInteger(value)) return;
	const rule = 'It has more digits than a number can have. Pass it as text.';
	throw fieldError('was rounded before it reached this node', rule);
}

/** @throws where the text contains a character that no text may hold */
export function assertUsable(given: string, fieldError: FieldError): void {
	const unusable = firstUnusable(given);
	if (unusable !== undefined)
		throw fieldError(`contains ${nameOf(unusable)}`, 'Remove this character.');
}

/** @throws where an expression left in the text what JavaScript writes for a missing value */
export function assertNothingMissing(given: string, fieldError: FieldError): void {
	const leftover = leftoverIn(given);
	if (leftover === undefined) return;
	throw fieldError(
		holdsLeftover(leftover),
		'Check the expression: a part of it has no value for this item.',
	);
}

/** As `text`, but it may hold what JavaScript writes for a missing value, and nothing that is seen. */
export function rawText(value: unknown, fieldError: FieldError, maxLength = usualLength): string {
	if (isBlank(value)) return '';
	if (typeof value === 'number') assertExact(value, fieldError);
	const isText = typeof value === 'string' || Number.isFinite(value);
	if (!isText && typeof value !== 'bigint' && !(value instanceof ExactNumber)) {
		throw fieldError(
			`contains ${kindOf(value)}, not a text`,
			'Give one text, or check the expression.',
		);
	}
	const given = String(value).trim();
	if (given.length > maxLength) {
		throw fieldError(`is ${given.length} characters long`, `Use at most ${maxLength} characters.`);
	}
	assertUsable(given, fieldError);
	return given;
}

/**
 * A value as text, without spaces around it; '' where the field was left empty. A CRM may hand over
 * a number where an ID belongs.
 *
 * @param maxLength in UTF-16 units
 * @throws where the value is a list, an object, `true`, `false`, `NaN` or a number that was rounded,
 *   or the text is too long, cannot be seen, or contains what no text may hold
 */
export function text(value: unknown, fieldError: FieldError, maxLength = usualLength): string {
	const given = rawText(value, fieldError, maxLength);
	assertNothingMissing(given, fieldError);
	if (given !== '' && !isSeen(given)) {
		throw fieldError(
			'contains only characters that cannot be seen',
			'Give a value, or leave it empty.',
		);
	}
	return given;
}

/** @throws where the field was left empty, too */
export function requiredText(
	value: unknown,
	fieldError: FieldError,
	maxLength = usualLength,
): string {
	if (isBlank(value)) throw fieldError('is empty', 'Give a value, or check the expression.');
	return text(value, fieldError, maxLength);
}
