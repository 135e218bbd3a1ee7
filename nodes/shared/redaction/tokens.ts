/** A run of letters and digits, folded, as all that is compared. */
export interface Token {
	text: string;
	/** Where it is in the text that was read, as [start, end) */
	start: number;
	end: number;
}

/** A part of a token that is all digits, or has none. */
export interface Run extends Token {
	isNumber: boolean;
	/** The index of its token */
	token: number;
}

/** Signs that split no word: what is invisible, separate accents, apostrophes. */
const passedOver = /[\p{Default_Ignorable_Code_Point}\u0300-\u036f'\u2019\u02bc]/u;

/** Digits of each script are in tens, from 0 to 9. */
function digitOf(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	let zero = code;
	while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
	return String((code - zero) % 10);
}

/**
 * A character without letter case, accent or width, digits of all scripts as 0 to 9; '' where it is
 * no letter, mark or number.
 */
function folded(character: string): string {
	if (character <= '\x7f') return /[a-z0-9]/i.test(character) ? character.toLowerCase() : '';
	return character
		.normalize('NFKD')
		.toUpperCase()
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]|[^\p{L}\p{M}\p{N}]/gu, '')
		.replace(/\p{Nd}/gu, digitOf);
}

/** The words and numbers of a text. Cost: linear. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let letters: string[] = [];
	let start = 0;
	let end = 0;
	const close = () => {
		if (letters.length > 0) tokens.push({ text: letters.join(''), start, end });
		letters = [];
	};
	let at = 0;
	for (const character of text) {
		const from = at;
		at += character.length;
		if (passedOver.test(character)) continue;
		const unit = folded(character);
		if (unit === '') {
			close();
			continue;
		}
		if (letters.length === 0) start = from;
		letters.push(unit);
		end = at;
	}
	close();
	return tokens;
}

/** Letters and digits of all tokens, as they are folded. */
export const lengthOf = (tokens: readonly Token[]): number =>
	tokens.reduce((sum, { text }) => sum + text.length, 0);

/** The tokens, split where letters meet digits. */
export function runsOf(tokens: readonly Token[]): Run[] {
	return tokens.flatMap(({ text, start, end }, token) =>
		(text.match(/\d+|\D+/g) ?? []).map((part) => ({
			text: part,
			isNumber: /^\d/.test(part),
			token,
			start,
			end,
		})),
	);
}
