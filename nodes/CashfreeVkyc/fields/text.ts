import type { Fault } from './fault';

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : String(value);
}

/**
 * A value as text, without spaces around it; '' where there is none. A CRM may hand over a number
 * where an ID belongs.
 *
 * @throws where the value is a list, an object, `true`, `false` or `NaN`
 */
export function text(value: unknown, fault: Fault): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value.trim();
	if (Number.isFinite(value) || typeof value === 'bigint') return String(value);
	throw fault(`holds ${kindOf(value)}, not a text`, 'Give one text, or check the expression.');
}

/** @throws where the value is blank, too */
export function requiredText(value: unknown, fault: Fault): string {
	const given = text(value, fault);
	if (given === '') throw fault('is empty', 'Give a value, or check the expression.');
	return given;
}

/**
 * A verification ID or user ID: 1 to 50 letters, digits, periods, hyphens and underscores.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 */
export function identifier(value: unknown, fault: Fault): string {
	const given = requiredText(value, fault);
	const rule = 'Use at most 50 characters: letters, digits, period, hyphen and underscore.';
	if (given.length > 50) throw fault(`is ${given.length} characters long`, rule);
	const outside = /[^A-Za-z0-9._-]/u.exec(given);
	if (outside) {
		const what = outside[0] === ' ' ? 'a space' : `the character ${JSON.stringify(outside[0])}`;
		throw fault(`holds ${what}`, rule);
	}
	return given;
}

/** A whole number that Cashfree gave out, such as the user reference ID. */
export function referenceId(value: unknown, fault: Fault): number {
	const given = requiredText(value, fault);
	const number = Number(given);
	if (!/^\d+$/.test(given) || !Number.isSafeInteger(number) || number === 0) {
		throw fault('is not a reference ID', 'Give the number that Cashfree answered with, e.g. 1358.');
	}
	return number;
}

/** An Indian PIN code, sent as a number: six digits, the first of them not 0. */
export function pinCode(value: unknown, fault: Fault): number {
	const given = requiredText(value, fault).replace(/\s/g, '');
	if (!/^[1-9]\d{5}$/.test(given)) {
		throw fault('is not a PIN code', 'A PIN code has six digits, and the first is not 0.');
	}
	return Number(given);
}

/** By RFC 3986, which is stricter than the URL parser: a host, and what may follow it */
const uri =
	/^https:\/\/[\w.:@[\]-]+(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i;

/** A link that Cashfree can open. What is no URI, such as letters with accents, is encoded. */
export function httpsLink(value: unknown, fault: Fault): string {
	const given = requiredText(value, fault);
	if (!/^https:\/\/\S+$/i.test(given) || !URL.canParse(given)) {
		const rule = 'Give a whole address, e.g. https://files.example.com/photo.jpg.';
		throw fault('is not a link that starts with https://', rule);
	}
	const link = uri.test(given) ? given : new URL(given).href;
	if (!uri.test(link)) throw fault('holds a character that no link has', 'Encode it, e.g. as %5B.');
	return link;
}

const genders = new Map([
	['m', 'M'],
	['male', 'M'],
	['f', 'F'],
	['female', 'F'],
	['o', 'O'],
	['other', 'O'],
]);

/** M, F or O, as the API names them; the English words are understood. */
export function gender(value: unknown, fault: Fault): string {
	const letter = genders.get(requiredText(value, fault).toLowerCase());
	if (!letter) throw fault('is not a gender that Cashfree knows', 'Use M, F or O.');
	return letter;
}

const channels = ['sms', 'whatsapp', 'email'];

/** The channels to notify the user through; lower case, each once. An empty list notifies nobody. */
export function notificationTypes(value: unknown, fault: Fault): string[] {
	const given = typeof value === 'string' ? value.split(',') : (value ?? []);
	const rule = 'Name the channels with commas between them, e.g. sms, whatsapp, email.';
	if (!Array.isArray(given)) throw fault('is not a list', rule);
	const names = given.map((name) => text(name, fault).toLowerCase()).filter(Boolean);
	const unknown = names.find((name) => !channels.includes(name));
	if (unknown) throw fault(`holds ${JSON.stringify(unknown)}`, rule);
	return [...new Set(names)];
}

/**
 * The value of a dropdown, which an expression may set to anything.
 *
 * @param choices the first one stands where the value is not set
 */
export function choice<Choice extends string>(
	value: unknown,
	choices: readonly [Choice, ...Choice[]],
	fault: Fault,
): Choice {
	const known = choices.find((name) => name === (value ?? choices[0]));
	if (!known) throw fault('has an unknown value', `Use one of: ${choices.join(', ')}.`);
	return known;
}
