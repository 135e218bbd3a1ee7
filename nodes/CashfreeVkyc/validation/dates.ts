import { tryToParseDateTime } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import { dateRecipe, dateRule as rule } from './dateRecipes';
import type { FieldError } from './fieldError';
import { requiredText } from './text';

type Method = Parameters<typeof dateRecipe>[1];
type DateTime = ReturnType<typeof tryToParseDateTime>;

const dayFirst = /^(\d{2})-(\d{2})-(\d{4})$/;
const dayAlone = /^\d{4}-\d{2}-\d{2}$/;
const isoForm = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const offset = /(Z|[+-]\d{2}:?\d{2})$/;
const indianTime = 'Asia/Kolkata';
const hour = 60 * 60 * 1000;

/** A date as text. n8n hands over `$now` and its like as objects that know how to write themselves. */
function written(value: unknown, method: Method, fieldError: FieldError): string {
	if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
	const { toISO } = (value ?? {}) as { toISO?: unknown };
	const given: unknown = typeof toISO === 'function' ? toISO.call(value) : value;
	if (!isBlank(given) && typeof given !== 'string') {
		throw fieldError('is not a date', dateRecipe(given, method));
	}
	const text = requiredText(given, fieldError, 100);
	const parts = dayFirst.exec(text);
	const date = parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : text;
	if (isoForm.test(date)) return date;
	throw fieldError('is not a date in a known format', dateRecipe(text, method));
}

function parse(given: string, zone: string, fieldError: FieldError): DateTime {
	const missing = () => fieldError('is not a date that exists', rule);
	let moment: DateTime;
	try {
		moment = tryToParseDateTime(given, zone);
	} catch {
		throw missing();
	}
	// n8n's parser takes 31 February for a day in March
	if (moment.toFormat('yyyy-MM-dd') !== given.slice(0, 10)) throw missing();
	return moment;
}

const isMidnight = (moment: DateTime) => moment.equals(moment.startOf('day'));

/**
 * The calendar day of a moment. A day of birth often arrives as a moment, because some
 * system on the way took midnight in its own time zone and wrote it down in another. So the day is the
 * one that begins at that moment as written, in India, or in the workflow's time zone, and where none
 * does, the value is refused rather than guessed.
 */
function dayOf(given: string, zone: string, fieldError: FieldError): DateTime {
	// what names no time zone is a day as it is, also where the workflow's zone skipped that day
	if (!offset.test(given)) return parse(given, 'UTC', fieldError);
	const moment = parse(given, zone, fieldError);
	if (isMidnight(moment)) return moment;
	const day = [indianTime, zone].map((at) => moment.setZone(at)).find(isMidnight);
	if (!day) throw fieldError('is a point in time, so the day is not certain', rule);
	return day;
}

/**
 * A date of birth as Cashfree takes it.
 *
 * @param value n8n's picker, ISO, or `DD-MM-YYYY`
 * @param zone the workflow's time zone
 * @param now milliseconds since 1970
 * @returns `DD-MM-YYYY`
 * @throws where it is no date, is in the future or is more than 130 years ago
 */
export function dateOfBirth(
	value: unknown,
	zone: string,
	fieldError: FieldError,
	now = Date.now(),
): string {
	const day = dayOf(written(value, 'toISODate()', fieldError), zone, fieldError);
	const age = (now - day.toMillis()) / hour;
	// a day begins 14 hours earlier than in UTC where it begins first
	if (age < -14) throw fieldError('is in the future', rule);
	if (age > 130 * 365.25 * 24) throw fieldError('is more than 130 years ago', rule);
	return day.toFormat('dd-MM-yyyy');
}

/**
 * A moment as Cashfree takes it: UTC, in whole seconds.
 *
 * @param value n8n's picker, ISO with or without a time zone, or a date alone, which stays that date
 * @param zone the workflow's time zone, for values that name none
 * @returns e.g. `2025-05-07T15:04:05Z`
 */
export function utcTime(value: unknown, zone: string, fieldError: FieldError): string {
	const given = written(value, 'toISO()', fieldError);
	const moment = parse(given, dayAlone.test(given) ? 'UTC' : zone, fieldError);
	const utc = moment.toUTC();
	// at the ends of the calendar, the offset leads to a year that has no four digits
	if (utc.year < 0 || utc.year > 9999) throw fieldError('is not a date that exists', rule);
	return utc.toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
