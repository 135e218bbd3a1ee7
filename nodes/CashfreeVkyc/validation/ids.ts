import { leftoverIn } from '../../shared/leftover';
import { nameOf } from './characters';
import type { FieldError } from './fieldError';
import { requiredText } from './text';

const missingPart = 'Check the expression: a part of it has no value for this item.';

/** Where a letter's case changes, or a digit is next to a letter; not the capital of a word. */
const changes = /[a-z](?=[A-Z\d])|(?<=[A-Za-z\d])[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g;

/**
 * Random IDs, such as those of nanoid or Firebase, may hold any of their characters anywhere. Unlike
 * words and numbers, they change from one kind of character to another all the time.
 */
const isRandom = (id: string) =>
	id.length >= 20 && /[a-z]\d?[A-Z]/.test(id) && (id.match(changes)?.length ?? 0) >= 6;

/** Glued to a word, too, if its case tells it from the word: `kycNaN`, `KYCnull`, but not `annull`. */
const gluedTo = (id: string) => /NaN|(?<=[A-Z])null(?![a-z])/.exec(id)?.[0];

/** What is left of `NaN`, `[object Object]` and `Invalid DateTime` where an expression makes an ID of a text. */
const rewritten =
	/(?<![A-Za-z\d])nan(?![A-Za-z\d])|[Oo]bject[._-]?[Oo]bject|[Ii]nvalid[._-]?[Dd]ate(?:[Tt]ime)?/;

/** What an ID contains in place of a missing value. */
function leftoverOf(id: string, isMade: boolean): string | undefined {
	const plain = leftoverIn(id.toLowerCase());
	return plain ?? (isMade ? (gluedTo(id) ?? rewritten.exec(id)?.[0]) : undefined);
}

/** Which part of an ID has separators with nothing between them, or around them. */
function gapIn(id: string): string | undefined {
	const [first, doubled, last] = [/^[._-]/, /[._-]{2}/, /[._-]$/].map((gap) => gap.exec(id)?.[0]);
	if (first) return `begins with "${first}"`;
	if (last) return `ends with "${last}"`;
	return doubled && `contains "${doubled}"`;
}

/**
 * The expression that makes an ID of a number such as `LN/2026/0042`; '' for other alphabets. It leaves
 * as it is what is an ID already, or no text: a number that was rounded is still refused.
 */
function recipeFor(given: string): string {
	if (!/^[ -~]*$/.test(given)) return '';
	const recipe =
		'$json.number?.replace?.(/^[^\\w.-]+|[^\\w.-]+$/g, "").replace(/[\\W_]*[^\\w.-][\\W_]*/g, "-") ?? $json.number';
	return ` To put hyphens in place of the others, use an expression, with your field for $json.number: {{ ${recipe} }}.`;
}

/**
 * Whether a refused ID may appear in a message, so that its row is found: one such as `LN/2026/0042`,
 * short capitals and numbers. What could be a name, a phone or Aadhaar number, a PAN, an email address
 * or a date, put in the wrong field, may not.
 */
function isQuotable(given: string): boolean {
	const isNumbered = /^[A-Z]{1,3}(?:[/#:._-]{1,2}[A-Z]{0,2}\d{1,6}){1,3}$/.test(given);
	const isDate = /\d{1,2}\D+\d{1,2}\D+\d{2,4}$|\d{4}\D+\d{1,2}\D+\d{1,2}$/.test(given);
	return isNumbered && !isDate && given.replace(/\D/g, '').length < 10;
}

/**
 * A verification ID or user ID: 1 to 50 letters, digits, periods, hyphens and underscores.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @throws where a part is missing, too, so that many people would have the same ID: `kyc-`,
 *   `loan--kyc`, `kyc-undefined`
 */
export function identifier(value: unknown, fieldError: FieldError): string {
	const given = requiredText(value, fieldError, 50);
	const outside = /[^A-Za-z0-9._-]/u.exec(given);
	if (outside) {
		const rule = 'Use at most 50 characters: letters, digits, period, hyphen and underscore.';
		const which = isQuotable(given) ? `is '${given}', which ` : '';
		throw fieldError(`${which}contains ${nameOf(outside[0])}`, `${rule}${recipeFor(given)}`);
	}
	if (/^(?:true|false)$/i.test(given)) {
		const rule = 'Check the expression: it results in true or false, not in an ID.';
		throw fieldError(`is '${given}', which is no ID`, rule);
	}
	const isMade = !isRandom(given);
	const leftover = leftoverOf(given, isMade);
	if (leftover) {
		throw fieldError(`contains '${leftover}', which means that a value is missing`, missingPart);
	}
	const gap = isMade ? gapIn(given) : undefined;
	if (gap) throw fieldError(`${gap}, where a part of it is missing`, missingPart);
	return given;
}

/**
 * A whole number that Cashfree gave out, such as the user reference ID. It is 64 bits wide, so it
 * stays text.
 */
export function referenceId(value: unknown, fieldError: FieldError): string {
	const digits = requiredText(value, fieldError, 50).replace(/^0+/, '');
	if (!/^\d{1,19}$/.test(digits)) {
		throw fieldError(
			'is not a reference ID',
			'Give the number that Cashfree answered with, e.g. 1358.',
		);
	}
	return digits;
}

/** An Indian PIN code, sent as a number: six digits, the first of them not 0. */
export function pinCode(value: unknown, fieldError: FieldError): number {
	const given = requiredText(value, fieldError, 50).replace(/\s/g, '');
	if (!/^[1-9]\d{5}$/.test(given)) {
		throw fieldError('is not a PIN code', 'A PIN code has six digits, and the first is not 0.');
	}
	return Number(given);
}
