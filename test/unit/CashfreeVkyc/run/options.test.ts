import type { INodeProperties } from 'n8n-workflow';
import { optionsDescription, readRunOptions } from '../../../../nodes/CashfreeVkyc/run/options';
import { faultOf } from '../../../../nodes/CashfreeVkyc/fields/fault';
import { node } from '../../../support/scripted-context';

const readOptions = (options: object) =>
	readRunOptions(options as never, (label) => faultOf(node, 0, label));
const usual = { itemsAtOnce: 10, maxRefusals: 50, maxStandstill: 600_000, timeout: 30_000 };

it('has a value for each option that was not added', () => {
	expect(readOptions({})).toEqual(usual);
});

it('has the same values where an option was left empty', () => {
	for (const blank of [undefined, null, '', ' ', []]) {
		for (const name of ['itemsAtOnce', 'maxRefusals', 'maxStandstill', 'timeout']) {
			expect(readOptions({ [name]: blank })).toEqual(usual);
		}
	}
});

it('shows the same values on the screen', () => {
	const shown = Object.fromEntries(
		(optionsDescription.options ?? []).flatMap((option) =>
			'default' in option ? [[option.name, option.default]] : [],
		),
	);
	expect(readOptions(shown)).toEqual(usual);
	expect(optionsDescription).toMatchObject({
		displayName: 'Options',
		name: 'options',
		default: {},
	});
});

const shownOptions = (optionsDescription.options ?? []) as INodeProperties[];

it.each(shownOptions.map((option) => [option.displayName, option] as const))(
	"explains '%s' as n8n's editor wants it",
	(displayName, { name, type, description }) => {
		expect(displayName).toMatch(/^[A-Z]/);
		expect(name).toMatch(/^[a-z]/);
		expect(type).toMatch(/^(boolean|json|number|options|string)$/);
		expect(description).toMatch(/^[A-Z].*[^.]$|^[A-Z].*\. .*\.$/);
	},
);

it('stands below the fields of every operation, sorted by name', () => {
	expect(optionsDescription).toMatchObject({ type: 'collection', placeholder: 'Add option' });
	const names = shownOptions.map(({ displayName }) => displayName);
	expect(names).toEqual(names.toSorted());
});

it('bounds each number on the screen as it is checked', () => {
	for (const { name, type, typeOptions } of shownOptions) {
		if (type !== 'number') continue;
		const { minValue = NaN, maxValue = NaN } = typeOptions ?? {};
		expect(() => readOptions({ [name]: minValue })).not.toThrow();
		expect(() => readOptions({ [name]: minValue - 1 })).toThrow('is out of range');
		expect(() => readOptions({ [name]: maxValue })).not.toThrow();
		expect(() => readOptions({ [name]: maxValue + 1 })).toThrow('is out of range');
	}
});

it("shows what is meant for 'Initiate' there only", () => {
	const show = { '/resource': ['videoKyc'], '/operation': ['initiate'] };
	for (const name of ['additionalBodyFields', 'ifExists']) {
		const option = shownOptions.find((shown) => shown.name === name);
		expect(option?.displayOptions).toEqual({ show });
	}
});

it('returns a verification that exists, unless told otherwise', () => {
	const ifExists = shownOptions.find(({ name }) => name === 'ifExists');
	expect(ifExists).toMatchObject({ default: 'return', type: 'options' });
	expect(ifExists?.options).toEqual([
		{ name: 'Return It', value: 'return', description: expect.stringMatching(/same user/) },
		{ name: 'Stop With a Message', value: 'refuse' },
	]);
});

it.each([
	[{ itemsAtOnce: 1 }, { itemsAtOnce: 1 }],
	[{ itemsAtOnce: 100 }, { itemsAtOnce: 100 }],
	[{ itemsAtOnce: 7.9 }, { itemsAtOnce: 7 }],
	[{ itemsAtOnce: '25' }, { itemsAtOnce: 25 }],
	[{ timeout: ' 1.5 ' }, { timeout: 1500 }],
	[{ maxRefusals: 0 }, { maxRefusals: 0 }],
	[{ maxRefusals: 10_000 }, { maxRefusals: 10_000 }],
	[{ maxStandstill: 0 }, { maxStandstill: 0 }],
	[{ maxStandstill: 1.5 }, { maxStandstill: 90_000 }],
	[{ maxStandstill: 1440 }, { maxStandstill: 86_400_000 }],
	[{ timeout: 1 }, { timeout: 1000 }],
	[{ timeout: 3600 }, { timeout: 3_600_000 }],
])('reads %j', (options, result) => {
	expect(readOptions(options)).toEqual({ ...usual, ...result });
});

it.each([
	[{ itemsAtOnce: 0 }, "'Items at Once' is out of range", '1 to 100'],
	[{ itemsAtOnce: 101 }, "'Items at Once' is out of range", '1 to 100'],
	[{ itemsAtOnce: 'many' }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: '0x10' }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: '1e1' }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: '9'.repeat(80_000) }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: true }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: {} }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: [7] }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: NaN }, "'Items at Once' is not a number", '1 to 100'],
	[{ itemsAtOnce: Infinity }, "'Items at Once' is out of range", '1 to 100'],
	[{ itemsAtOnce: '-1' }, "'Items at Once' is out of range", '1 to 100'],
	[{ maxRefusals: -1 }, "'Give Up After (Refusals)' is out of range", '0 to 10000'],
	[{ maxRefusals: false }, "'Give Up After (Refusals)' is not a number", '0 to 10000'],
	[{ maxRefusals: 10_001 }, "'Give Up After (Refusals)' is out of range", '0 to 10000'],
	[{ maxStandstill: -1 }, "'Give Up After (Minutes)' is out of range", '0 to 1440'],
	[{ maxStandstill: 1441 }, "'Give Up After (Minutes)' is out of range", '0 to 1440'],
	[{ timeout: 0.5 }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
	[{ timeout: 3601 }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
	[{ timeout: [[]] }, "'Timeout (Seconds)' is not a number", '1 to 3600'],
])('refuses %j', (options, message, range) => {
	let fault;
	try {
		readOptions(options);
	} catch (reason) {
		fault = reason;
	}
	expect(fault).toMatchObject({
		message: `${message} [item 0]`,
		description: `Give a number from ${range}.`,
	});
});
