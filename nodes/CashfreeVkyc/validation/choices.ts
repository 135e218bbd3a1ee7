import { isBlank } from '../../shared/blank';
import type { FieldError } from './fieldError';
import { requiredText, text } from './text';

const genders = new Map([
	['m', 'M'],
	['male', 'M'],
	['f', 'F'],
	['female', 'F'],
	['o', 'O'],
	['other', 'O'],
]);

/** M, F or O, as the API names them; the English words are understood. */
export function gender(value: unknown, fieldError: FieldError): string {
	const letter = genders.get(requiredText(value, fieldError).toLowerCase());
	if (!letter) throw fieldError('is not a gender that Cashfree knows', 'Use M, F or O.');
	return letter;
}

const channels = ['sms', 'whatsapp', 'email'];

/** The channels to notify the user through; lower case, each once. An empty list notifies nobody. */
export function notificationTypes(value: unknown, fieldError: FieldError): string[] {
	if (isBlank(value)) return [];
	const given: unknown = typeof value === 'string' ? text(value, fieldError).split(',') : value;
	const rule = 'Name the channels with commas between them, e.g. sms, whatsapp, email.';
	if (!Array.isArray(given)) throw fieldError('is not a list', rule);
	const names = given.map((name) => text(name, fieldError).toLowerCase()).filter(Boolean);
	if (!names.every((name) => channels.includes(name))) {
		throw fieldError('names a channel that Cashfree does not know', rule);
	}
	// an expression that found nothing is no choice of nobody
	if (Array.isArray(value) && names.length === 0)
		throw fieldError('contains only blank entries', rule);
	return [...new Set(names)];
}

/**
 * The value of a dropdown, which an expression may set to anything.
 *
 * @param whenBlank the choice on the screen, where it was left empty; without, one has to be made
 */
export function choice<Choice extends string>(
	value: unknown,
	choices: readonly Choice[],
	fieldError: FieldError,
	whenBlank?: Choice,
): Choice {
	const rule = `Use one of: ${choices.join(', ')}.`;
	if (isBlank(value)) {
		if (whenBlank === undefined) throw fieldError('is empty', rule);
		return whenBlank;
	}
	const known = choices.find((name) => name === value);
	if (!known) throw fieldError('has an unknown value', rule);
	return known;
}
