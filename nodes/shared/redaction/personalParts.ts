import { addDateIn, belongTogether, noDates } from './birthDates';
import type { DateParts } from './birthDates';
import { isCommon } from './commonWords';
import { spellingsOf } from './spellings';
import { lengthOf, runsOf, tokensOf } from './tokens';
import type { Run, Token } from './tokens';

/** So many letters or digits that are found together are no coincidence. */
export const partLength = { word: 4, number: 4, anywhere: 6 } as const;

/** Longer ones are found by what is in them. */
export const longestWhole = 60;

/** All that a message is compared with. */
export interface PersonalParts {
	/** Whole values of up to `longestWhole` letters and digits, without what is between them */
	wholes: Set<string>;
	/** Their words of two letters or more, without the common ones */
	words: Set<string>;
	/** Each stretch of `partLength.word` and of `partLength.anywhere` letters and digits in them */
	stretches: Set<string>;
	/** Each stretch of `partLength.number` digits, whatever is between the digits */
	digits: Set<string>;
	dates: DateParts;
}

/** Digits that make up one number for a reader, such as `+91 99887 76655`. */
export function numbersIn(runs: readonly Run[]): Run[][] {
	const numbers: Run[][] = [];
	let last: Run | undefined;
	for (const run of runs) {
		const continues = last?.isNumber && run.isNumber && belongTogether(last, run);
		if (continues) numbers.at(-1)?.push(run);
		else if (run.isNumber) numbers.push([run]);
		last = run;
	}
	return numbers;
}

export const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');

function addStretches(stretches: Set<string>, text: string, length: number) {
	for (let at = 0; at + length <= text.length; at++) stretches.add(text.slice(at, at + length));
}

function addSpelling(parts: PersonalParts, tokens: readonly Token[]) {
	const whole = joined(tokens);
	if (whole !== '' && whole.length <= longestWhole) parts.wholes.add(whole);
	for (const { text: word } of tokens) {
		if (word.length > 1 && !isCommon(word) && !/^\d+$/.test(word)) parts.words.add(word);
	}
	addStretches(parts.stretches, whole, partLength.word);
	addStretches(parts.stretches, whole, partLength.anywhere);
	for (const number of numbersIn(runsOf(tokens))) {
		addStretches(parts.digits, joined(number), partLength.number);
	}
	addDateIn(parts.dates, tokens);
}

/**
 * Cost: linear in the length of all values together.
 *
 * @param mostLetters letters and digits that are compared at most, as they are folded: one character
 *   may stand for 15
 * @returns undefined where there are more
 */
export function personalParts(
	values: Iterable<string>,
	mostLetters: number,
): PersonalParts | undefined {
	const parts: PersonalParts = {
		wholes: new Set(),
		words: new Set(),
		stretches: new Set(),
		digits: new Set(),
		dates: noDates(),
	};
	let letters = 0;
	for (const value of values) {
		for (const { text } of spellingsOf(value)) {
			const tokens = tokensOf(text);
			letters += lengthOf(tokens);
			if (letters > mostLetters) return undefined;
			addSpelling(parts, tokens);
		}
	}
	return parts;
}
