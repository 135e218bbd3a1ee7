import { retryAfter } from '../../../../nodes/CashfreeVkyc/transport/retryAfter';

const now = Date.parse('2025-05-22T03:51:14.000Z');
const year = 365 * 24 * 60 * 60;
const reset = (value: string) => ({ 'x-ratelimit-reset': value });
const after = (value: string) => ({ 'retry-after': value });

it.each<[string, Record<string, string | undefined>, number]>([
	['seconds until the reset', reset('42'), 42_000],
	['a fraction of a second', reset('0.25'), 250],
	['blanks around the number', reset(' 7 '), 7_000],
	['a whole year', reset(String(year)), year * 1000],
	['the time of the reset, in seconds since 1970', reset(String(now / 1000 + 30)), 30_000],
	['a time of the reset that has passed', reset(String(now / 1000 - 30)), 0],
	['seconds to retry after', after('120'), 120_000],
	['the date to retry after', after('Thu, 22 May 2025 03:52:14 GMT'), 60_000],
	[
		"a date, by the answer's own clock where it tells one",
		{ ...after('Thu, 22 May 2025 02:52:14 GMT'), date: 'Thu, 22 May 2025 02:51:44 GMT' },
		30_000,
	],
	[
		"the time of the reset, by the answer's own clock",
		{ ...reset(String(now / 1000 + 3630)), date: 'Thu, 22 May 2025 04:51:14 GMT' },
		30_000,
	],
	[
		'a date, by the clock here where that of the answer is not to be read',
		{ ...after('Thu, 22 May 2025 03:52:14 GMT'), date: 'Xxx, 99 Xxx 2025 03:51:14 GMT' },
		60_000,
	],
	['a date that no calendar has', after('Xxx, 99 Xxx 2025 03:52:14 GMT'), 0],
	['a date that has passed', after('Thu, 22 May 2025 03:50:14 GMT'), 0],
	['both, of which the first is longer', { ...reset('9'), ...after('3') }, 9_000],
	['both, of which the second is longer', { ...reset('3'), ...after('9') }, 9_000],
	['both, of which one is not readable', { ...reset('soon'), ...after('9') }, 9_000],
	['the other headers alone', { 'x-ratelimit-remaining': '5', date: '9' }, 0],
	['no header', {}, 0],
	['a missing value', { 'retry-after': undefined }, 0],
	['nothing in it', reset(''), 0],
	['a word', after('soon'), 0],
	['a word before a year', after('garbage 2099'), 0],
	['something behind a date', after('Thu, 22 May 2025 03:52:14 GMT+1'), 0],
	['something before a date', after('at Thu, 22 May 2025 03:52:14 GMT'), 0],
	['a date without its day', after('22 May 2025 03:52:14 GMT'), 0],
	['a number below zero', reset('-5'), 0],
	['something behind a number', reset('5s'), 0],
	['something before a number', reset('~5'), 0],
	['a dot without digits', reset('5.'), 0],
	['two numbers', reset('5, 5'), 0],
	['a time in milliseconds, which would be far away', reset(String(now)), 0],
	['a date in another age', after('Thu, 01 Jan 2099 00:00:00 GMT'), 0],
])('reads %s', (_, headers, wait) => {
	expect(retryAfter(headers, now)).toBe(wait);
});
