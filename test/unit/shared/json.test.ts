import fc from 'fast-check';
import { parseJson, readJson } from '../../../nodes/shared/json';

const seed = { seed: 4, numRuns: 2000 };
const isSafe = (number: bigint) =>
	number >= BigInt(Number.MIN_SAFE_INTEGER) && number <= BigInt(Number.MAX_SAFE_INTEGER);

it.each<[string, unknown]>([
	['9007199254740991', 9007199254740991],
	['9007199254740992', '9007199254740992'],
	['-9007199254740991', -9007199254740991],
	['-9007199254740993', '-9007199254740993'],
	['1234567890123456', 1234567890123456],
	['9223372036854775807', '9223372036854775807'],
	['123456789012345', 123456789012345],
	['1e+00000000000000000012', 1e12],
	['1e-00000000000000000012', 1e-12],
	['1e00000000000000000012', 1e12],
	['"12345678901234567890"', '12345678901234567890'],
	['"\\"12345678901234567890"', '"12345678901234567890'],
	['"\\\\"', '\\'],
	['"a 12345678901234567890 b"', 'a 12345678901234567890 b'],
	[
		'[12345678901234567890,-12345678901234567890]',
		['12345678901234567890', '-12345678901234567890'],
	],
	['1e400', '1e400'],
	['-1E+400', '-1E+400'],
	['[1e400,1e-400,2]', ['1e400', 0, 2]],
	['null', null],
])('reads %s', (text, value) => {
	expect(parseJson(`{"id":${text}}`)).toEqual({ id: value });
});

it.each([
	'12345678901234567890.5',
	'0.12345678901234567890',
	'-1.12345678901234567890',
	'12345678901234567890e2',
	'12345678901234567890E2',
])('leaves %s to JavaScript', (text) => {
	expect(parseJson(`{"id":${text}}`)).toEqual({ id: Number(text) });
});

it('reads every whole number exactly', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), fc.nat(2), (number, blanks) => {
			const read = parseJson(`{"id":${' '.repeat(blanks)}${number}${' '.repeat(blanks)}}`)?.id;
			return read === (isSafe(number) ? Number(number) : String(number));
		}),
		seed,
	);
});

it('reads all else as JavaScript does', () => {
	const hasLongNumber = (value: unknown): boolean =>
		typeof value === 'number'
			? Number.isInteger(value) && !Number.isSafeInteger(value)
			: typeof value === 'object' && value !== null && Object.values(value).some(hasLongNumber);
	const objects = fc
		.dictionary(fc.string(), fc.jsonValue())
		.filter((value) => !hasLongNumber(value));
	fc.assert(
		fc.property(objects, fc.constantFrom(undefined, 2), (value, indent) => {
			const text = JSON.stringify(value, null, indent);
			expect(parseJson(text)).toEqual(JSON.parse(text));
		}),
		seed,
	);
});

it('leaves texts as they are, whatever digits and quotes stand in them', () => {
	const text = fc.string({
		unit: fc.constantFrom('"', '\\', '1', '12345678901234567890', '-', ':', ',', '}'),
	});
	fc.assert(
		fc.property(text, text, (key, value) => {
			expect(parseJson(JSON.stringify({ [key]: value }))).toEqual({ [key]: value });
		}),
		seed,
	);
});

it.each(['', ' ', '[]', '[{}]', 'null', '1', '"a"', 'true', '{"a":1', '<html></html>', '{"a":"1'])(
	'reads no object out of %j',
	(text) => {
		expect(parseJson(text)).toBeUndefined();
	},
);

it.each(['-', '01234567890123456789', '1-2345678901234567890', '+12345678901234567890', '.1e999'])(
	'takes %j for no number',
	(text) => {
		expect(readJson(`[${text}]`)).toBeUndefined();
	},
);

it('reads what is nested 100,000 deep', () => {
	const deep = (inner: string) => '{"a":['.repeat(50_000) + inner + ']}'.repeat(50_000);
	expect(parseJson(deep('12345678901234567890'))).toBeDefined();
	expect(parseJson(deep(']'))).toBeUndefined();
});

it('reads an object with blanks around it', () => {
	expect(parseJson('\r\n {} \n')).toEqual({});
});
