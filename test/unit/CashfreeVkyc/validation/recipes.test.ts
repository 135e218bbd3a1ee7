import { tryToParseDateTime } from 'n8n-workflow';
import { dateOfBirth, utcTime } from '../../../../nodes/CashfreeVkyc/validation/dates';
import { identifier } from '../../../../nodes/CashfreeVkyc/validation/ids';
import { fieldErrorFor, refused } from './itemFields';

const DateTime = tryToParseDateTime('2000-01-01').constructor as unknown as {
	fromISO(text: string): { toFormat(format: string): string };
};
const fieldError = fieldErrorFor('Field');
const birth = (value: unknown) => dateOfBirth(value, 'Asia/Kolkata', fieldError);
const time = (value: unknown) => utcTime(value, 'UTC', fieldError);

/** What the expressions in a message make of a value, as n8n runs them. */
function results(rule: string | null | undefined, $json: object): unknown[] {
	return [...String(rule).matchAll(/\{\{ (.*?) \}\}/g)].map(([, code]) =>
		(new Function('$json', 'DateTime', `return ${code}`) as (...given: unknown[]) => unknown)(
			$json,
			DateTime,
		),
	);
}

it.each([
	['04/11/1988', ['04-11-1988', '11-04-1988']],
	['4.11.1988', ['04-11-1988', '11-04-1988']],
	['4-11-1988', ['04-11-1988', '11-04-1988']],
	['04/11/1988 00:00', ['04-11-1988', '11-04-1988']],
	['04-Nov-1988', ['04-11-1988']],
	['32451', ['04-11-1988']],
	[32451, ['04-11-1988']],
	[32451.5, ['04-11-1988']],
])('of the date of birth %p, the message names the expression that is understood', (date, days) => {
	const { rule } = refused(() => birth(date));
	expect(results(rule, { date }).map(birth)).toEqual(days);
	expect(rule).not.toContain(String(date));
});

it('of a time, the expression keeps the time of day', () => {
	const date = '7/5/2025 15:04';
	const [dayFirst] = results(refused(() => time(date)).rule, { date });
	expect(time(dayFirst)).toMatch(/^2025-05-0[67]T/);
	expect(DateTime.fromISO(String(dayFirst)).toFormat('H:mm')).toBe('15:04');
});

it.each(['19881104', 594604800, '04/11/88', '4th of November', true])(
	'of %p, the order of which nothing tells, the message says what is understood',
	(date) => {
		expect(refused(() => birth(date)).rule).toMatch(/^Use n8n's date picker, or write 1995-02-28/);
	},
);

it.each([
	['LN/2026/0077', 'LN-2026-0077'],
	['branch 7 # 12', 'branch-7-12'],
	['(7) 12/', '7-12'],
	['asha+1@example.com', 'asha-1-example.com'],
])('of the ID %p, the message names the expression that makes %p of it', (number, id) => {
	const [made] = results(refused(() => identifier(number, fieldError)).rule, { number });
	expect(made).toBe(id);
	expect(identifier(made, fieldError)).toBe(id);
});

it('of an ID in another alphabet it names none, since different IDs could become the same', () => {
	expect(refused(() => identifier('ऋण-42', fieldError)).rule).not.toContain('{{');
});
