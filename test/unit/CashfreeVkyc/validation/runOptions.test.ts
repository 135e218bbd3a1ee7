import { runOptions } from '../../../../nodes/CashfreeVkyc/descriptions/options';
import { fieldErrorOf } from '../../../../nodes/CashfreeVkyc/validation/fieldError';
import { readRunOptions } from '../../../../nodes/CashfreeVkyc/validation/runOptions';
import { node } from '../../../support/scriptedContext';

const readOptions = (options: object) =>
	readRunOptions(options as never, (label) => fieldErrorOf(node, 0, label));
const usual = {
	maxConcurrentItems: 10,
	maxRateLimitRetries: 50,
	maxRateLimitWait: 600_000,
	timeout: 30_000,
};

it('has a value for each option that was not added', () => {
	expect(readOptions({})).toEqual(usual);
});

it('has the same values where an option was left empty', () => {
	for (const blank of [undefined, null, '', ' ', []]) {
		for (const name of [
			'maxConcurrentItems',
			'maxRateLimitRetries',
			'maxRateLimitWait',
			'timeout',
		]) {
			expect(readOptions({ [name]: blank })).toEqual(usual);
		}
	}
});

it('has the same values where the options are as the screen shows them at first', () => {
	const shown = Object.fromEntries(runOptions.map((option) => [option.name, option.default]));
	expect(readOptions(shown)).toEqual(usual);
});

it('bounds each number on the screen as it is checked', () => {
	for (const { name, type, typeOptions } of runOptions) {
		expect(type).toBe('number');
		const { minValue = NaN, maxValue = NaN } = typeOptions ?? {};
		expect(() => readOptions({ [name]: minValue })).not.toThrow();
		expect(() => readOptions({ [name]: minValue - 1 })).toThrow('is out of range');
		expect(() => readOptions({ [name]: maxValue })).not.toThrow();
		expect(() => readOptions({ [name]: maxValue + 1 })).toThrow('is out of range');
	}
});

it.each([
	[{ maxConcurrentItems: 1 }, { maxConcurrentItems: 1 }],
	[{ maxConcurrentItems: 100 }, { maxConcurrentItems: 100 }],
	[{ maxConcurrentItems: 7.9 }, { maxConcurrentItems: 7 }],
	[{ maxConcurrentItems: '25' }, { maxConcurrentItems: 25 }],
	[{ timeout: ' 1.5 ' }, { timeout: 1500 }],
	[{ maxRateLimitRetries: 0 }, { maxRateLimitRetries: 0 }],
	[{ maxRateLimitRetries: 10_000 }, { maxRateLimitRetries: 10_000 }],
	[{ maxRateLimitWait: 0 }, { maxRateLimitWait: 0 }],
	[{ maxRateLimitWait: 1.5 }, { maxRateLimitWait: 90_000 }],
	[{ maxRateLimitWait: 1440 }, { maxRateLimitWait: 86_400_000 }],
	[{ timeout: 1 }, { timeout: 1000 }],
	[{ timeout: 3600 }, { timeout: 3_600_000 }],
])('reads %j', (options, result) => {
	expect(readOptions(options)).toEqual({ ...usual, ...result });
});

it.each([
	[{ maxConcurrentItems: 0 }, "'Max Concurrent Items' is out of range", '1 to 100'],
	[{ maxConcurrentItems: 101 }, "'Max Concurrent Items' is out of range", '1 to 100'],
	[{ maxConcurrentItems: 'many' }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[{ maxConcurrentItems: '0x10' }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[{ maxConcurrentItems: '1e1' }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[
		{ maxConcurrentItems: '9'.repeat(80_000) },
		"'Max Concurrent Items' is not a number",
		'1 to 100',
	],
	[{ maxConcurrentItems: true }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[{ maxConcurrentItems: {} }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[{ maxConcurrentItems: [7] }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[{ maxConcurrentItems: NaN }, "'Max Concurrent Items' is not a number", '1 to 100'],
	[{ maxConcurrentItems: Infinity }, "'Max Concurrent Items' is out of range", '1 to 100'],
	[{ maxConcurrentItems: '-1' }, "'Max Concurrent Items' is out of range", '1 to 100'],
	[{ maxRateLimitRetries: -1 }, "'Max Rate-Limit Retries' is out of range", '0 to 10000'],
	[{ maxRateLimitRetries: false }, "'Max Rate-Limit Retries' is not a number", '0 to 10000'],
	[{ maxRateLimitRetries: 10_001 }, "'Max Rate-Limit Retries' is out of range", '0 to 10000'],
	[{ maxRateLimitWait: -1 }, "'Max Rate-Limit Wait (Minutes)' is out of range", '0 to 1440'],
	[{ maxRateLimitWait: 1441 }, "'Max Rate-Limit Wait (Minutes)' is out of range", '0 to 1440'],
	[{ timeout: 0.5 }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
	[{ timeout: 3601 }, "'Timeout (Seconds)' is out of range", '1 to 3600'],
	[{ timeout: [[]] }, "'Timeout (Seconds)' is not a number", '1 to 3600'],
])('refuses %j', (options, message, range) => {
	let error;
	try {
		readOptions(options);
	} catch (reason) {
		error = reason;
	}
	expect(error).toMatchObject({
		message: `${message} [item 0]`,
		description: `Give a number from ${range}.`,
	});
});
