import { nameOf } from './characters';
import type { FieldError } from './fieldError';
import { assertNothingMissing, rawText } from './text';

/** The first character that no link has by RFC 3986, which is stricter than the URL parser. */
function strangeIn(link: string): string | undefined {
	const [, host = '', rest = ''] = /^https:\/\/([^/?#]*)(.*)$/is.exec(link) ?? [];
	const inHost = /[^\w.:@[\]-]/u.exec(host);
	// one # begins the fragment
	const inRest = /[^\w.~:/?@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})/u.exec(rest.replace('#', ''));
	return (inHost ?? inRest)?.[0];
}

/** A JPEG or PNG in Base64, as DigiLocker answers with. */
const isPicture = /^\s*(\/9j\/|iVBORw0KGgo)/;

/**
 * A link that Cashfree can open, of at most 2,048 characters. What is no URI, such as letters with
 * accents, is encoded.
 */
export function httpsLink(value: unknown, fieldError: FieldError): string {
	if (typeof value === 'string' && isPicture.test(value.slice(0, 100))) {
		const rule = 'Store the picture on a server of yours, and give its address.';
		throw fieldError('contains the picture itself, not a link to it', rule);
	}
	const given = rawText(value, fieldError, 2048);
	if (given === '') throw fieldError('is empty', 'Give a value, or check the expression.');
	// a signed query may hold anything, such as the version `null` of a file
	const [place = ''] = given.split('?', 1);
	assertNothingMissing(place, fieldError);
	if (!/^https:\/\/[^\s/?#]\S*$/i.test(given) || !URL.canParse(given)) {
		const rule = 'Give a whole address, e.g. https://files.example.com/photo.jpg.';
		throw fieldError('is not a link that starts with https://', rule);
	}
	const link = strangeIn(given) === undefined ? given : new URL(given).href;
	const strange = strangeIn(link);
	if (strange !== undefined)
		throw fieldError(`contains ${nameOf(strange)}`, 'Encode it, e.g. as %5B.');
	return link;
}
