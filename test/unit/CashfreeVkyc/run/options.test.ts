import { optionsDescription, readRunOptions } from '../../../../nodes/CashfreeVkyc/run/options';
import { faultOf } from '../../../../nodes/CashfreeVkyc/fields/fault';
import { node } from '../../../support/scripted-context';

const readOptions = (options: object) =>
	readRunOptions(options as never, (label) => faultOf(node, 0, label));
const usual = { itemsAtOnce: 10, maxRefusals: 50, maxStandstill: 600_000, timeout: 30_000 };

it('has a value for each option that was not added', () => {
	expect(readOptions({})).toEqual(usual);
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

it.each([
	[{ itemsAtOnce: 1 }, { itemsAtOnce: 1 }],
	[{ itemsAtOnce: 100 }, { itemsAtOnce: 100 }],
	[{ itemsAtOnce: 7.9 }, { itemsAtOnce: 7 }],
	[{ itemsAtOnce: '25' }, { itemsAtOnce: 25 }],
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
	[{ itemsAtOnce: 'many' }, "'Items at Once' is out of range", '1 to 100'],
	[{ itemsAtOnce: ' ' }, "'Items at Once' is out of range", '1 to 100'],
	[{ itemsAtOnce: null }, "'Items at Once' is out of range", '1 to 100'],
	[{ maxRefusals: -1 }, "'Give Up After (Refusals)' is out of range", '0 to 10000'],
	[{ maxRefusals: 10_001 }, "'Give Up After (Refusals)' is out of range", '0 to 10000'],
	[{ maxStandstill: -1 }, "'Give Up After (Minutes)' is out of range", '0 to 1440'],
	[{ maxStandstill: 1441 }, "'Give Up After (Minutes)' is out of range", '0 to 1440'],
	[{ timeout: 0.5 }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
	[{ timeout: 3601 }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
	[{ timeout: [] }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
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
