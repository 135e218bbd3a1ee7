import { runsOf } from './tokens';
import type { Run, Token } from './tokens';

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

/** The number of a month, from 1; its name may be cut to three letters. */
function monthNamed(word: string): number | undefined {
	const index = word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word));
	return index < 0 ? undefined : index + 1;
}

/** What a date may be told by, in whichever order its parts stand. */
export interface DateParts {
	/** Day, month and year; 95 for 1995, too */
	numbers: Set<number>;
	months: Set<number>;
	/** Written without anything between the parts: `02021995`, `950202` */
	compact: Set<string>;
}

export const noDates = (): DateParts => ({
	numbers: new Set(),
	months: new Set(),
	compact: new Set(),
});

const padded = (part: number) => String(part).padStart(2, '0');

function addDate({ numbers, months: named, compact }: DateParts, year: number, rest: number[]) {
	const short = year % 100;
	for (const part of [year, short, ...rest]) numbers.add(part);
	for (const part of rest) if (part >= 1 && part <= 12) named.add(part);
	const [one, other] = rest.map(padded);
	for (const [first, second] of [
		[one, other],
		[other, one],
	]) {
		for (const last of [String(year), padded(short)]) {
			compact.add(`${first}${second}${last}`);
			compact.add(`${last}${first}${second}`);
		}
		compact.add(`${first}${second}`);
	}
}

const numberOf = ({ text, isNumber }: Run) => (isNumber ? Number(text) : monthNamed(text));

/** Adds the parts of a personal value that starts with a date: `02-02-1995`, `1995-02-02T00:00`, `2 Feb 1995`. */
export function addDateIn(dates: DateParts, tokens: readonly Token[]): void {
	const runs = runsOf(tokens.slice(0, 4)).filter(({ text }) => !isOrdinal(text));
	const parts = runs.slice(0, 3).map(numberOf);
	const [first, second, third] = parts;
	if (first === undefined || second === undefined || third === undefined) return;
	if (first > 31 && second <= 31 && third <= 31) addDate(dates, first, [second, third]);
	if (first <= 31 && second <= 31 && third <= 9999) addDate(dates, third, [first, second]);
}

/** Between the parts of a date: `2nd of February` */
const isOrdinal = (word: string) => /^(st|nd|rd|th|of)$/.test(word);

/** What may stand between two parts that belong together: `. `, ` / `, `), ` */
export const widestGap = 3;

export const belongTogether = (one: Run, other: Run): boolean =>
	one.token === other.token || other.start - one.end <= widestGap;

function isPart(run: Run, { numbers, months: named }: DateParts): boolean {
	const number = numberOf(run);
	return number !== undefined && (run.isNumber ? numbers : named).has(number);
}

function isCompact({ text, isNumber }: Run, { compact }: DateParts): boolean {
	if (!isNumber) return false;
	if (compact.has(text)) return true;
	return Array.from(text).some(
		(_, at) => compact.has(text.slice(at, at + 6)) || compact.has(text.slice(at, at + 8)),
	);
}

const isMonthName = (run: Run, dates: DateParts) =>
	!run.isNumber && run.text.length > 3 && isPart(run, dates);

/**
 * The runs of a message that tell one of the dates: the name of its month, two of its parts side by
 * side, or all of them in one.
 */
export function datesIn(runs: readonly Run[], dates: DateParts): Run[] {
	const found = runs.filter((run) => isMonthName(run, dates) || isCompact(run, dates));
	let group: Run[] = [];
	let last: Run | undefined;
	const close = () => {
		if (group.length > 1) found.push(...group);
		group = [];
	};
	for (const run of runs) {
		if (last && !belongTogether(last, run)) close();
		if (isPart(run, dates)) group.push(run);
		else if (!isOrdinal(run.text) && run.text !== 't') close();
		last = run;
	}
	close();
	return found;
}
