import { datesIn, widestGap } from './birthDates';
import { isCommon } from './commonWords';
import { joined, longestWhole, numbersIn, partLength } from './personalParts';
import type { PersonalParts } from './personalParts';
import { runsOf } from './tokens';
import type { Run, Token } from './tokens';

/** Words side by side, of which a short value may consist */
const mostWords = 8;

/** Whole values, such as `M`, `12` or `Missing`, which may be a common word. */
function wholeValues(tokens: readonly Token[], { wholes }: PersonalParts): Token[] {
	const found: Token[] = [];
	for (const [first, { start }] of tokens.entries()) {
		let text = '';
		for (const token of tokens.slice(first, first + mostWords)) {
			text += token.text;
			if (text.length > longestWhole) break;
			if (wholes.has(text)) found.push({ ...token, start });
		}
	}
	return found;
}

/** A value cut short, at its beginning or its end: all of the word is part of the value. */
function isCutFrom(word: string, { stretches }: PersonalParts): boolean {
	if (word.length < partLength.word) return false;
	for (let at = 0; at + partLength.word <= word.length; at++) {
		if (!stretches.has(word.slice(at, at + partLength.word))) return false;
	}
	return true;
}

/**
 * Whether personal words make up the word, with nothing but common words and digits next to them:
 * `ashaRao1991`, `userAsha`. Names of four letters occur in other words, too: `devi` in `device`.
 */
function consistsOf(word: string, { words }: PersonalParts): boolean {
	/** At each place that is reached: whether a personal word of three letters or more led there */
	const reached: Array<boolean | undefined> = [false];
	for (let start = 0; start < word.length; start++) {
		const isPersonal = reached[start];
		if (isPersonal === undefined) continue;
		for (let end = start + 1; end <= Math.min(word.length, start + longestWhole); end++) {
			const part = word.slice(start, end);
			const isWord = words.has(part);
			if (!isWord && !isCommon(part) && !/^\d$/.test(part)) continue;
			reached[end] = reached[end] === true || isPersonal || (isWord && part.length > 2);
		}
	}
	return reached[word.length] === true;
}

/**
 * Whether a personal word of five letters is in the word, or one of four at either end of a long
 * word; `stretchesIn` finds the longer ones.
 */
function holdsWord(word: string, { words }: PersonalParts): boolean {
	const isLong = word.length >= 2 * partLength.word;
	const ends = [word.slice(0, partLength.word), word.slice(-partLength.word)];
	if (isLong && ends.some((end) => words.has(end))) return true;
	return Array.from(word).some((_, at) => {
		const part = word.slice(at, at + partLength.anywhere - 1);
		return part.length === partLength.anywhere - 1 && words.has(part);
	});
}

function isPersonalWord(word: string, parts: PersonalParts): boolean {
	if (isCommon(word) || /^\d+$/.test(word)) return false;
	return (
		parts.words.has(word) ||
		isCutFrom(word, parts) ||
		holdsWord(word, parts) ||
		consistsOf(word, parts)
	);
}

/** Letters with spaces between them, as one word: `A s h a`. */
function spelledOut(tokens: readonly Token[]): Token[] {
	const words: Token[] = [];
	let letters: Token[] = [];
	const close = () => {
		const [first, last] = [letters[0], letters.at(-1)];
		if (first && last && letters.length > 2) {
			words.push({ text: joined(letters), start: first.start, end: last.end });
		}
		letters = [];
	};
	for (const token of tokens) {
		const last = letters.at(-1);
		if (token.text.length > 1 || (last && token.start - last.end > widestGap)) close();
		if (token.text.length === 1) letters.push(token);
	}
	close();
	return words;
}

/** The tokens of a row that contain a known stretch of so many letters or digits. */
function stretchesIn<Part extends Token>(
	row: readonly Part[],
	known: Set<string>,
	length: number,
): Part[] {
	const text = joined(row);
	const owners = row.flatMap((part) => new Array<Part>(part.text.length).fill(part));
	const found = new Set<Part>();
	for (let at = 0; at + length <= text.length; at++) {
		if (!known.has(text.slice(at, at + length))) continue;
		for (const owner of owners.slice(at, at + length)) found.add(owner);
	}
	return [...found];
}

/** The parts of a text that tell something personal, in any order; they may overlap. */
export function personalIn(tokens: readonly Token[], parts: PersonalParts): Array<Token | Run> {
	const runs = runsOf(tokens);
	const words = [...tokens, ...runs, ...spelledOut(tokens)];
	const stretches = stretchesIn(tokens, parts.stretches, partLength.anywhere);
	return [
		...wholeValues(tokens, parts),
		...words.filter(({ text }) => isPersonalWord(text, parts)),
		...stretches.filter(({ text }) => !isCommon(text)),
		...numbersIn(runs).flatMap((number) => stretchesIn(number, parts.digits, partLength.number)),
		...datesIn(runs, parts.dates),
	];
}
