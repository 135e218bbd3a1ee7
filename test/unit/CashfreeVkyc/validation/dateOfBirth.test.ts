import { tryToParseDateTime } from 'n8n-workflow';
import { dateOfBirth } from '../../../../nodes/CashfreeVkyc/validation/dates';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Date');
const india = 'Asia/Kolkata';
const now = Date.UTC(2026, 10, 23, 12);
const rule = "Use n8n's date picker, or write 1995-02-28 or 28-02-1995.";
const birth = (value: unknown, zone = india) => dateOfBirth(value, zone, fieldError, now);

describe('a date of birth', () => {
	it.each([
		['of the picker', '1995-02-28T00:00:00'],
		['of the picker with a time of day', '1995-02-28T23:59:59'],
		['in ISO', '1995-02-28'],
		['in ISO with spaces around', ' 1995-02-28\n'],
		['day first', '28-02-1995'],
		['in the form of a database', '1995-02-28 00:00:00'],
		['without seconds', '1995-02-28T10:30'],
		['with a part of a second', '1995-02-28T10:30:00.123456'],
		['as midnight in UTC', '1995-02-28T00:00:00.000Z'],
		['as midnight in India', '1995-02-28T00:00:00+05:30'],
		['as midnight in India, without the colon', '1995-02-28T00:00:00+0530'],
		['as midnight in India, written in UTC', '1995-02-27T18:30:00Z'],
		['as midnight in any zone that is named', '1995-02-28T00:00:00-11:00'],
		['as a JavaScript date', new Date('1995-02-28')],
		['as a date object of an expression', tryToParseDateTime('1995-02-28', india)],
	])('%s is sent day first', (_form, value) => {
		expect(birth(value)).toBe('28-02-1995');
	});

	it('is the day in the workflow’s time zone where that is what the value shows', () => {
		expect(birth('1995-02-28T05:00:00Z', 'America/New_York')).toBe('28-02-1995');
		expect(birth('1995-02-27T23:00:00Z', 'Europe/Berlin')).toBe('28-02-1995');
	});

	it('is a day where the clocks went forward at midnight', () => {
		const zone = 'America/Sao_Paulo';
		for (const value of ['2018-11-04', '2018-11-04T00:00:00', '2018-11-04T03:00:00Z']) {
			expect(birth(value, zone)).toBe('04-11-2018');
		}
	});

	it('is a day also where the workflow’s time zone skipped it', () => {
		expect(birth('2011-12-30', 'Pacific/Apia')).toBe('30-12-2011');
	});

	it.each([
		'1995-02-29',
		'31-04-1995',
		'1995-13-01',
		'00-00-0000',
		'1995-02-28T25:00:00',
		'1995-02-28T10:61:00',
		'1900-02-29',
		'1995-02-31T00:00:00Z',
	])('is refused as %s, which does not exist', (value) => {
		expect(refused(() => birth(value))).toEqual({
			field: 'Date',
			what: 'is not a date that exists',
			rule,
		});
	});

	it('may be the 29th of February of a leap year', () => {
		expect(birth('29-02-2000')).toBe('29-02-2000');
	});

	it.each([
		'28/02/1995',
		'02/28/1995',
		'28.02.1995',
		'2-2-1995',
		'28-02-95',
		'28 Feb 1995',
		'1995-2-8',
		'19950228',
		'1995',
		'1995-W09-2',
		'1995-059',
		'1995-02-28t00:00:00z',
		'1995-02-28T00:00:00 Asia/Kolkata',
		'1995-02-28T10:30:00.1234567890123456789012345678901',
		'12345678',
		'[DateTime: 1995-02-28]',
		'born in May',
	])('is refused as %s, a form that can be read in more than one way or in none', (value) => {
		const { what } = refused(() => birth(value));
		expect(what).toBe('is not a date in a known format');
	});

	it.each([
		'1995-02-28T10:30:00Z',
		'1995-02-28T10:30:00+05:30',
		'1995-02-28T05:00:00Z',
		new Date('1995-02-28T22:00:00Z'),
	])('is refused as %p, a moment that begins no day', (value) => {
		const { what } = refused(() => birth(value));
		expect(what).toBe('is a point in time, so the day is not certain');
	});

	it.each([[790000000000], [34758], [true], [{ year: 1995 }], [['1995-02-28']], [new Date('x')]])(
		'is refused as %p, which is no text',
		(value) => {
			expect(refused(() => birth(value)).what).toBe('is not a date');
		},
	);

	it('is refused where it is empty', () => {
		for (const blank of ['', ' ', null, undefined]) {
			expect(refused(() => birth(blank)).what).toBe('is empty');
		}
	});

	it('is refused in the future, and not on the day itself, wherever that has begun', () => {
		expect(birth('2026-11-23')).toBe('23-11-2026');
		expect(birth('2026-11-24')).toBe('24-11-2026');
		expect(refused(() => birth('2026-11-25')).what).toBe('is in the future');
		expect(refused(() => birth('23-11-2095')).what).toBe('is in the future');
	});

	it('is refused where nobody is that old', () => {
		expect(birth('1896-11-24')).toBe('24-11-1896');
		expect(refused(() => birth('1896-11-20')).what).toBe('is more than 130 years ago');
		expect(refused(() => birth('0095-02-28')).what).toBe('is more than 130 years ago');
	});

	it('is measured against today where no time is given', () => {
		const tomorrow = new Date(Date.now() + 48 * 60 * 60 * 1000).toISOString().slice(0, 10);
		expect(() => dateOfBirth(tomorrow, india, fieldError)).toThrow('is in the future');
	});
});
