import fc from 'fast-check';
import { tryToParseDateTime } from 'n8n-workflow';

/** All time zones of the IANA list; some of them began their day at 1 o'clock, or skipped a day. */
export const anyZone = fc.constantFrom(
	'UTC',
	'Asia/Kolkata',
	...Intl.supportedValuesOf('timeZone'),
);

const two = (number: number) => String(number).padStart(2, '0');

export interface Day {
	iso: string;
	/** As Cashfree takes it: `DD-MM-YYYY` */
	dayFirst: string;
}

const dayOf = (date: Date): Day => {
	const [day, month] = [two(date.getUTCDate()), two(date.getUTCMonth() + 1)];
	const year = date.getUTCFullYear();
	return { iso: `${year}-${month}-${day}`, dayFirst: `${day}-${month}-${year}` };
};

const daysFrom = (first: string): fc.Arbitrary<Day> =>
	fc.date({ min: new Date(first), max: new Date('2020-12-31'), noInvalidDate: true }).map(dayOf);

/** A day on which someone who lives was born. */
export const anyDay = daysFrom('1920-01-01');

/** Before 1953 some zones kept the time of their sun, with seconds that ISO has no place for. */
export const dayOfZones = daysFrom('1953-01-01');

export type DateTime = ReturnType<typeof tryToParseDateTime>;

/**
 * The moment at which a day began in a zone, as the date objects of n8n's expressions;
 * `undefined` where the zone skipped that day.
 */
export function beginOf(day: Day, zone: string): DateTime | undefined {
	const begin = tryToParseDateTime(day.iso, zone).startOf('day');
	return begin.toFormat('yyyy-MM-dd') === day.iso ? begin : undefined;
}

/** What systems make of such a moment when they hand a day on. */
export const writers: Record<string, (begin: DateTime) => unknown> = {
	'a date object of an expression': (begin) => begin,
	'a JavaScript date': (begin) => begin.toJSDate(),
	'ISO in UTC': (begin) => begin.toJSDate().toISOString(),
	'ISO in its zone': (begin) => begin.toISO(),
	'ISO in UTC with an offset': (begin) => begin.toJSDate().toISOString().replace('Z', '+00:00'),
};
