import { tryToParseDateTime } from 'n8n-workflow';
import { utcTime } from '../../../../nodes/CashfreeVkyc/validation/dates';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Date');
const india = 'Asia/Kolkata';
const rule = "Use n8n's date picker, or write 1995-02-28 or 28-02-1995.";
const time = (value: unknown, zone = india) => utcTime(value, zone, fieldError);

describe('a time of last verification', () => {
	it.each([
		['2025-05-07T15:04:05Z', '2025-05-07T15:04:05Z'],
		['2025-05-07T15:04:05.999Z', '2025-05-07T15:04:05Z'],
		['2025-05-07T15:04:05', '2025-05-07T09:34:05Z'],
		['2025-05-07 15:04:05', '2025-05-07T09:34:05Z'],
		['2025-05-07T15:04', '2025-05-07T09:34:00Z'],
		['2025-05-07T15:04:05-04:00', '2025-05-07T19:04:05Z'],
		['2025-05-07T01:00:00+0530', '2025-05-06T19:30:00Z'],
		['2025-05-07', '2025-05-07T00:00:00Z'],
		['07-05-2025', '2025-05-07T00:00:00Z'],
		[new Date('2025-05-07T15:04:05Z'), '2025-05-07T15:04:05Z'],
		[tryToParseDateTime('2025-05-07T15:04:05', india), '2025-05-07T09:34:05Z'],
	])('%p is sent in UTC and whole seconds', (value, sent) => {
		expect(time(value)).toBe(sent);
	});

	it('counts in the workflow’s time zone, in summer and in winter', () => {
		expect(time('2025-01-15T12:00:00', 'Europe/Berlin')).toBe('2025-01-15T11:00:00Z');
		expect(time('2025-07-15T12:00:00', 'Europe/Berlin')).toBe('2025-07-15T10:00:00Z');
		expect(time('2025-07-15T12:00:00', 'America/New_York')).toBe('2025-07-15T16:00:00Z');
		expect(time('2025-07-15T12:00:00', 'Australia/Lord_Howe')).toBe('2025-07-15T01:30:00Z');
	});

	it('takes one of the two moments of an hour that comes twice, and passes over one that does not come', () => {
		const twice = time('2025-10-26T02:30:00', 'Europe/Berlin');
		expect(['2025-10-26T00:30:00Z', '2025-10-26T01:30:00Z']).toContain(twice);
		expect(time('2025-03-30T02:30:00', 'Europe/Berlin')).toBe('2025-03-30T01:30:00Z');
	});

	it('is refused where it is empty', () => {
		for (const blank of ['', ' ', null, undefined]) {
			expect(refused(() => time(blank)).what).toBe('is empty');
		}
	});

	it.each([
		['2025-02-30T10:00:00', 'is not a date that exists'],
		['2025-05-07T24:30:00', 'is not a date that exists'],
		['07/05/25', 'is not a date in a known format'],
		['2025-05-07T15:04:05 IST', 'is not a date in a known format'],
		[1746630245, 'is not a date'],
	])('%p is refused', (value, what) => {
		expect(refused(() => time(value))).toEqual({ field: 'Date', what, rule });
	});
});
