import { personalParts } from './redaction/personalParts';
import type { PersonalParts } from './redaction/personalParts';
import { personalIn } from './redaction/rules';
import { isStillEscaped, spellingsOf } from './redaction/spellings';
import type { Spelling } from './redaction/spellings';
import { lengthOf, tokensOf } from './redaction/tokens';

const hidden = '[hidden]';

/** Characters of a message that are read. Cashfree's own are no longer than 300. */
const longestMessage = 2000;

/** Letters and digits of a message, as they are folded. Where there are more, it is hidden whole. */
const mostLetters = 4 * longestMessage;

/** Characters of personal values, as they are and as they are folded, that are compared. Where there are more, a message is hidden whole. */
const mostPersonalText = 100_000;

type Range = [from: number, to: number];

/** What may be a signature, a token or a key */
const longCode = /[A-Za-z0-9+/]{40,}/g;

/** Nobody reads them, and whose they are cannot be known. */
const isSealed = (code: string) => /[a-z]/.test(code) && /[A-Z]/.test(code) && /\d/.test(code);

/** What may be base64 or hexadecimal */
const code = /[A-Za-z0-9+/_-]{6,}/g;

/** What a code says, where that is a text. */
function decoded(written: string): string | undefined {
	const isHexadecimal = /^(?:[0-9a-f]{2})+$/i.test(written);
	const text = Buffer.from(written, isHexadecimal ? 'hex' : 'base64').toString('utf8');
	// its last letter may be cut off
	const whole = text.replace(/\ufffd$/, '');
	return /[\p{C}\ufffd]/u.test(whole) ? undefined : whole;
}

const isPersonal = (text: string, parts: PersonalParts): boolean =>
	spellingsOf(text).some((spelling) => personalIn(tokensOf(spelling.text), parts).length > 0);

/** The codes in a text to be hidden: an address may hold one as a part of its path. */
function codesIn(text: string, parts: PersonalParts): Range[] {
	const found = [...text.matchAll(longCode)].filter(([written]) => isSealed(written));
	const spoken = [...text.matchAll(code)].filter(([written]) =>
		[written, ...written.split(/[/_-]/)]
			.map(decoded)
			.some((meaning) => meaning !== undefined && isPersonal(meaning, parts)),
	);
	return [...found, ...spoken].map(({ 0: written, index }) => [index, index + written.length]);
}

function rangesIn({ text, from, to }: Spelling, parts: PersonalParts): Range[] {
	const tokens = personalIn(tokensOf(text), parts);
	const ranges = [...tokens.map(({ start, end }): Range => [start, end]), ...codesIn(text, parts)];
	return ranges.map(([start, end]) => [from[start] ?? 0, to[end - 1] ?? text.length]);
}

/** Whether what is between two hidden parts may be hidden with them. */
const isOnlySigns = (gap: string) => gap.length <= 3 && !/[\p{L}\p{N}]/u.test(gap);

function withoutRanges(text: string, ranges: Range[]): string {
	let redacted = '';
	let end = 0;
	for (const [from, to] of ranges.sort(([one], [other]) => one - other)) {
		const gap = text.slice(end, from);
		if (from >= end && !(redacted.endsWith(hidden) && isOnlySigns(gap))) redacted += gap + hidden;
		end = Math.max(end, to);
	}
	return redacted + text.slice(end);
}

/**
 * Makes what hides in a message all that tells of the given values: each word of theirs, their
 * numbers and dates in another form, what was cut from them; in any letter case, Unicode form or
 * escape. Words that belong to every message, such as `user`, stay, unless they are a whole value.
 * No pattern is made from a value. Cost: linear in the length of the values.
 *
 * @param values what is personal or secret, e.g. from `sensitiveValues`
 * @returns a function of a message, e.g. Cashfree's own words, that results in it with `[hidden]` in
 *   their place, cut to 2,000 characters
 */
export function redactor(values: readonly string[]): (message: string) => string {
	const length = values.reduce((sum, value) => sum + value.length, 0);
	if (length > mostPersonalText) return () => hidden;
	const parts = personalParts(values, mostPersonalText);
	if (!parts) return () => hidden;
	return (message) => {
		const text = message.slice(0, longestMessage);
		const spellings = spellingsOf(text);
		const isTooLong = spellings.some((one) => lengthOf(tokensOf(one.text)) > mostLetters);
		if (isTooLong || isStillEscaped(spellings)) return hidden;
		const ranges = spellings.flatMap((spelling) => rangesIn(spelling, parts));
		const redacted = withoutRanges(text, ranges);
		return text.length < message.length ? `${redacted}…` : redacted;
	};
}
