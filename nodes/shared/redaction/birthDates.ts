import { isCommon } from './commonWords';
import { isDateWord, isOrdinal, widestGapAtWord } from './dateWords';
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

/** What a date may be told by, in whichever order its parts are. */
export interface DateParts {
	/** Day, month and year; 95 for 1995, too */
	numbers: Set<number>;
	months: Set<number>;
	/** Written as one number: `02021995`, `950202`, seconds or milliseconds since 1970 */
	compact: Set<string>;
}

export const noDates = (): DateParts => ({
	numbers: new Set(),
	months: new Set(),
	compact: new Set(),
});

/** Milliseconds; where Cashfree's servers are, a day begins so much earlier than in UTC */
const indianTime = 5.5 * 3_600_000;

function addTimes(compact: Set<string>, year: number, month: number, day: number) {
	for (const midnight of [0, indianTime].map((ahead) => Date.UTC(year, month - 1, day) - ahead)) {
		for (const time of [midnight, midnight / 1000]) compact.add(String(Math.abs(time)));
	}
}

const padded = (part: number) => String(part).padStart(2, '0');

function addDate(
	{ numbers, months: named, compact }: DateParts,
	year: number,
	rest: [number, number],
) {
	const short = year % 100;
	for (const part of [year, short, ...rest]) numbers.add(part);
	for (const part of rest) if (part >= 1 && part <= 12) named.add(part);
	addTimes(compact, year, rest[0], rest[1]);
	addTimes(compact, year, rest[1], rest[0]);
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

/** What may be between two parts that belong together: `. `, ` / `, `), ` */
export const widestGap = 3;

export const belongTogether = (one: Run, other: Run): boolean =>
	one.token === other.token || other.start - one.end <= widestGap;

const mayBeOneDate = (one: Run, other: Run) =>
	belongTogether(one, other) ||
	([one, other].some(({ text }) => isDateWord(text)) && other.start - one.end <= widestGapAtWord);

function isPart(run: Run, { numbers, months: named }: DateParts): boolean {
	const number = numberOf(run);
	return number !== undefined && (run.isNumber ? numbers : named).has(number);
}

function isCompact({ text, isNumber }: Run, { compact }: DateParts): boolean {
	if (!isNumber) return false;
	if (compact.has(text)) return true;
	return [6, 8].some((length) =>
		Array.from(text.slice(length - 1)).some((_, at) => compact.has(text.slice(at, at + length))),
	);
}

const isMonthName = (run: Run, dates: DateParts) =>
	!run.isNumber && run.text.length > 3 && isPart(run, dates);

/**
 * The runs of a message that tell one of the dates: the name of its month, two of its parts side by
 * side or with words such as `month`, or a month in another language, between them, or all of them
 * in one.
 */
export function datesIn(runs: readonly Run[], dates: DateParts): Run[] {
	const found = runs.filter((run) => isMonthName(run, dates) || isCompact(run, dates));
	let group: Run[] = [];
	let between: Run[] = [];
	let last: Run | undefined;
	const close = () => {
		if (group.length > 1) found.push(...group);
		group = [];
		between = [];
	};
	for (const run of runs) {
		if (last && !mayBeOneDate(last, run)) close();
		last = run;
		if (isPart(run, dates)) {
			group.push(...(group.length > 0 ? between : []), run);
			between = [];
		} else if (!isOrdinal(run.text) && !isDateWord(run.text)) {
			const mayBeMonth = !run.isNumber && !isCommon(run.text) && between.length === 0;
			if (!mayBeMonth) close();
			between = mayBeMonth ? [run] : [];
		}
	}
	close();
	return found;
}
