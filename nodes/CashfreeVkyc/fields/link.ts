import type { Fault } from './fault';
import { assertNothingMissing, rawText } from './text';

/** By RFC 3986, which is stricter than the URL parser */
const host = /^[\w.:@[\]-]+$/;
const rest = /^(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*$/i;

function isUri(link: string): boolean {
	const [, authority = '', tail = ''] = /^https:\/\/([^/?#]*)(.*)$/is.exec(link) ?? [];
	const parts = tail.split('#');
	return host.test(authority) && parts.length <= 2 && parts.every((part) => rest.test(part));
}

/**
 * A link that Cashfree can open, of at most 2,048 characters. What is no URI, such as letters with
 * accents, is encoded.
 */
export function httpsLink(value: unknown, fault: Fault): string {
	const given = rawText(value, fault, 2048);
	if (given === '') throw fault('is empty', 'Give a value, or check the expression.');
	// a signed query may hold anything, such as the version `null` of a file
	const [place = ''] = given.split('?', 1);
	assertNothingMissing(place, fault);
	if (!/^https:\/\/\S+$/i.test(given) || !URL.canParse(given)) {
		const rule = 'Give a whole address, e.g. https://files.example.com/photo.jpg.';
		throw fault('is not a link that starts with https://', rule);
	}
	const link = isUri(given) ? given : new URL(given).href;
	if (!isUri(link)) throw fault('holds a character that no link has', 'Encode it, e.g. as %5B.');
	return link;
}
