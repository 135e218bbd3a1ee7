const names = new Map([
	['\u0000', 'a null character'],
	['\t', 'a tab'],
	['\n', 'a line break'],
	['\r', 'a line break'],
	['\u00a0', 'a no-break space'],
	['\u00ad', 'a soft hyphen'],
	['\u200b', 'a zero-width space'],
	['\u200c', 'a zero-width non-joiner'],
	['\u200d', 'a zero-width joiner'],
	['\ufeff', 'a byte order mark'],
]);

const unseen = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;
const seen = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Says which character it is so that it can be told from those that look alike or cannot be seen.
 *
 * @param character one character, or half of one
 * @returns e.g. `a space`, `the character "/"`, `a zero-width space (U+200B)`
 */
export function nameOf(character: string): string {
	if (character === ' ') return 'a space';
	if (/^[!-~]$/.test(character)) return `the character ${JSON.stringify(character)}`;
	const code = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
	const name = names.get(character);
	if (name) return `${name} (${code})`;
	if (/^\p{Cs}$/u.test(character)) return `half a character (${code})`;
	if (unseen.test(character)) return `an invisible character (${code})`;
	return seen.test(character) ? `the character "${character}" (${code})` : `the character ${code}`;
}

/** The first character that cannot be seen, a space aside. */
export const firstUnseen = (text: string): string | undefined =>
	[...text].find((character) => character !== ' ' && unseen.test(character));

/** Whether anything of a text can be seen. */
export const isSeen = (text: string): boolean => seen.test(text);

/**
 * The first character that no text may hold: control characters, tabs and line breaks aside, and
 * halves of characters, as a text has that was cut in the middle of one.
 */
export const firstUnusable = (text: string): string | undefined =>
	/(?![\t\n\r])[\p{Cc}\p{Cs}]/u.exec(text)?.[0];
