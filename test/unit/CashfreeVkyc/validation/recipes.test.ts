import type { INodeType } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { dateOfBirth, utcTime } from '../../../../nodes/CashfreeVkyc/validation/dates';
import { identifier } from '../../../../nodes/CashfreeVkyc/validation/ids';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Field');
const birth = (value: unknown) => dateOfBirth(value, 'Asia/Kolkata', fieldError);
const time = (value: unknown) => utcTime(value, 'UTC', fieldError);

const name = 'Node';
const type = 'test.node';
const node = {
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters: {},
};
const { expression } = new Workflow({
	nodes: [node],
	connections: {},
	active: false,
	nodeTypes: {
		getByName: () => ({}) as INodeType,
		getByNameAndVersion: () => ({ description: { properties: [] } }) as unknown as INodeType,
		getKnownTypes: () => ({}),
	},
	settings: { timezone: 'Asia/Kolkata' },
});

/** What n8n makes of the expressions in a message for an item. */
const results = (rule: string | null | undefined, json: object): unknown[] =>
	(String(rule).match(/\{\{ .*? \}\}/g) ?? []).map((code) =>
		expression.getParameterValue(
			`=${code}`,
			null,
			0,
			0,
			name,
			[{ json: { ...json } }],
			'manual',
			{},
		),
	);

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
	expect(dayFirst).toMatch(/T15:04:00/);
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

const notDates = [undefined, null, '', true, 'soon', 1995, '31/02/1995', '31.2.1995'];
const goodDates = ['1988-11-04', '04-11-1988', '1988-11-04T00:00:00+05:30', ...notDates];

it.each(['04/11/1988', '4.11.1988', '04-Nov-1988', '32451', 32451])(
	'the expression that mends %p leaves dates in other forms as they are, of any type',
	(bad) => {
		const { rule } = refused(() => birth(bad));
		for (const date of goodDates) {
			for (const made of results(rule, { date })) expect(made).toEqual(date);
		}
		expect(results(rule, { date: ` ${bad} ` }).map(birth)).toContain('04-11-1988');
	},
);

it('the expression that mends an ID leaves IDs, and what is no text, as they are', () => {
	const { rule } = refused(() => identifier('(7) 12/', fieldError));
	const good = ['loan-7', 'a_b.c', '-OaBcDeFgHiJkLmNoPq1', 2041, 2 ** 53, null, undefined, true];
	for (const number of good) expect(results(rule, { number })).toEqual([number]);
	expect(results(rule, { number: ' loan-7 ' })).toEqual(['loan-7']);
	expect(results(rule, { number: 'LN - 7/_2' })).toEqual(['LN-7-2']);
});
