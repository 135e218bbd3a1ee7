import type { FieldError } from './fieldError';
import { requiredText } from './text';

const mobile = /^(?:\+?91|0091|0)?([6-9]\d{9})$/;
// with the long dashes and the invisible marks that numbers bring along from a contact list
const separators = /[\s.\p{Pd}\p{Cf}]/gu;
// around the country code, the first digits, or all of them: those behind a number are not its own
const bracketed =
	/^\+?(?:\((?:\+?91|0091|0)\)|91|0091|0)?(?:\(\d{2,5}\)\d+|\(\d{10}\)|\d+)$|^\(\+?\d+\)$/;

/** The area codes of two digits that a mobile number may begin with. */
const twoDigitAreas = ['79', '80'];

/** Country code and trunk prefix, by how many digits there are in all. */
const prefixes: Record<number, RegExp> = {
	11: /^0/,
	12: /^9 ?1/,
	13: /^9 ?1 ?0/,
	14: /^0 ?0 ?9 ?1/,
};

/**
 * Whether a number is written as landlines are: the ten digits alone may be a stranger's mobile number.
 * No area code begins with 9.
 */
function isLandline(given: string): boolean {
	const visible = given.replace(/\p{Cf}/gu, '');
	const shown = visible.replace(/[\s.+\p{Pd}()]+/gu, ' ').trim();
	const { length } = shown.replace(/ /g, '');
	const prefix = prefixes[length];
	const [area = '', ...rest] = shown
		.replace(prefix ?? '', '')
		.trim()
		.split(' ');
	if (rest.length === 0 || !/^[678]\d{1,3}$/.test(area)) return false;
	const hasTrunk = length === 11 || length === 13;
	if (visible.includes(`(${area})`) || visible.includes(`(0${area})`)) return true;
	if (!twoDigitAreas.includes(area)) return hasTrunk && area.length > 2 && rest.length < 4;
	return hasTrunk || rest.length === 1 || (rest.length === 2 && rest[0]?.length === 4);
}

/** As a table writes a column of numbers in which a value is missing: `9988776655.0`. */
function hasDecimalPart(value: unknown, given: string): boolean {
	if (typeof value === 'number') return !Number.isInteger(value);
	const groups = given
		.replace(/[\p{Cf}()]/gu, '')
		.split('.')
		.map((group) => group.trim())
		.filter((group) => /\d/.test(group));
	const last = groups.at(-1) ?? '';
	const before = groups.at(-2)?.split(/\D/).at(-1)?.length ?? 0;
	// unlike groups of a number, e.g. 99887.76655, 99.88.77.66.55 or 9988.776.000
	return (
		(before > 0 && last.length === 1) ||
		(before > 2 && last.length === 2) ||
		(before > 5 && /^0+$/.test(last))
	);
}

/**
 * An Indian mobile number as people write it, e.g. `+91 99887 76655` or `09988776655`.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/add-user
 *
 * @returns its ten digits, e.g. `9988776655`
 * @throws for a landline with its area code, e.g. `080-22334455`: its digits are somebody's mobile
 *   number, too.
 *   For a decimal part, too, even behind ten digits: with one, nine digits would become the
 *   number of somebody else
 */
export function phoneNumber(value: unknown, fieldError: FieldError): string {
	const given = requiredText(value, fieldError, 50);
	if (hasDecimalPart(value, given)) {
		const rule = 'Give the ten digits without it, e.g. without ".0".';
		throw fieldError('has a decimal part, as tables write one', rule);
	}
	if (isLandline(given)) {
		const rule =
			'Give a mobile number: Cashfree sends the link to it. If it is one, write its ten digits together.';
		throw fieldError('is written as a landline, with an area code', rule);
	}
	const compact = given.replace(separators, '');
	const isWhole = typeof value === 'string' || /^\d+$/.test(given);
	const digits = isWhole && bracketed.test(compact) && mobile.exec(compact.replace(/[()]/g, ''));
	if (!digits) {
		throw fieldError(
			'is not an Indian mobile number',
			'Give ten digits of which the first is 6, 7, 8 or 9. +91 or 0 before them is fine.',
		);
	}
	return digits[1] ?? '';
}

/** Whether two numbers are the same one, however each is written. */
export function isSamePhone(one: unknown, other: unknown): boolean {
	const digits = (value: unknown) => String(value).replace(/\D/g, '').slice(-10);
	return digits(one) === digits(other);
}
