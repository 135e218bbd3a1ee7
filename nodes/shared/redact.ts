const hidden = '[hidden]';

/** Below this length a value also occurs inside other words, where it says nothing about a person. */
const wholeWordBelow = 4;

const unicodeEscape = (character: string) =>
	`\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

const percentEscape = (character: string) => `%${character.charCodeAt(0).toString(16)}`;

/** The ways in which a server may write a value that it repeats: as it is, in JSON, in an address. */
function spellings(value: string): Set<string> {
	const json = JSON.stringify(value).slice(1, -1);
	const encoded = encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'));
	return new Set([
		value,
		json,
		json.replace(/[^\x20-\x7e]|[&'<=>]/g, unicodeEscape),
		encoded,
		encoded.replace(/[!'()~]/g, percentEscape).replace(/%20/g, '+'),
	]);
}

/** Where one spelling occurs, overlapping occurrences too, as [start, end). */
function occurrences(text: string, spelling: string): Array<[number, number]> {
	const literal = spelling.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	const wordSign = '[\\p{L}\\p{M}\\p{N}_]';
	const pattern =
		spelling.length < wholeWordBelow
			? `(?<!${wordSign})(?=(${literal})(?!${wordSign}))`
			: `(?=(${literal}))`;
	const matches = [...text.matchAll(new RegExp(pattern, 'giu'))];
	return matches.map((match) => [match.index, match.index + match[1].length]);
}

/**
 * Replaces each occurrence of the given values in a message by `[hidden]`, in any letter case and
 * also where they are written as JSON or in an address. Values of fewer than four characters are
 * replaced only where they stand as a word of their own.
 *
 * @param text the message, for example Cashfree's own words
 * @param secrets values to hide, for example from `sensitiveValues`; empty ones are passed over
 * @returns the message without them; where values overlap, all of both is hidden
 */
export function redact(text: string, secrets: readonly string[]): string {
	const ranges = secrets
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '')
		.flatMap((secret) => [...spellings(secret)])
		.flatMap((spelling) => occurrences(text, spelling))
		.sort(([start], [otherStart]) => start - otherStart);

	let redacted = '';
	let end = 0;
	for (const [from, to] of ranges) {
		if (from >= end) redacted += text.slice(end, from) + hidden;
		end = Math.max(end, to);
	}
	return redacted + text.slice(end);
}
