import fc from 'fast-check';
import { jsonObject, sendable } from '../../../../nodes/CashfreeVkyc/validation/json';
import { exactJson } from '../../../../nodes/shared/exactJson';
import { fieldErrorFor, refused } from './itemFields';

const read = (value: unknown) => jsonObject(value, fieldErrorFor('Additional Body Fields'));
const rule = 'Give a JSON object such as {"key": "value"}, or an expression that results in one.';

it('reads an object from a text, and takes one that an expression gave', () => {
	const objects = fc.dictionary(fc.string(), fc.jsonValue());
	fc.assert(
		fc.property(objects, (object) => {
			expect(read(object)).toBe(object);
			const json = JSON.stringify(object);
			expect(exactJson(read(` ${json}\n`))).toBe(exactJson(JSON.parse(json)));
		}),
	);
});

it('reads nothing as an empty object', () => {
	for (const nothing of ['', ' \n', '{}', 'null', null, undefined, []])
		expect(read(nothing)).toEqual({});
});

it.each([
	'{name: "Asha"}',
	"{'name': 'Asha'}",
	'{"name": "Asha"',
	'{"name": "Asha",}',
	'Asha',
	'undefined',
	'{"name": "Asha"} {}',
])('refuses the text %s, without a word of it', (text) => {
	const refusal = refused(() => read(text));
	expect(refusal).toEqual({ field: 'Additional Body Fields', what: 'is not valid JSON', rule });
});

it.each(['[]', '[{"name": "Asha"}]', '"Asha"', '5', 'true', 5, true, ['Asha'], new Date(0)])(
	'refuses %p, which is no object',
	(value) => {
		const refusal = refused(() => read(value));
		expect(refusal).toEqual({
			field: 'Additional Body Fields',
			what: 'is not a JSON object',
			rule,
		});
	},
);

describe('a text is refused before it is read', () => {
	it('where it is longer than 100,000 characters', () => {
		const text = (length: number) => `{"a":"${'b'.repeat(length - 8)}"}`;
		expect(read(text(100_000)).a).toHaveLength(99_992);
		expect(refused(() => read(text(100_001)))).toMatchObject({
			what: 'is 100001 characters long',
			rule: 'Use at most 100000 characters.',
		});
	});

	it.each(['[', '{"a":'])('where it is nested too deeply, by %s', (bracket) => {
		const closing = bracket === '[' ? ']' : '}';
		const nested = `{"a":${bracket.repeat(10_000)}1${closing.repeat(10_000)}}`;
		expect(refused(() => read(nested)).what).toBe('is nested too deeply');
	});
});

describe('an object that is sent as it is', () => {
	const send = (object: unknown) => sendable(read(object), fieldErrorFor('Additional Body Fields'));
	const json = (object: unknown) => exactJson(send(object));

	it('keeps each digit of the numbers in a text', () => {
		const text = '{"a":1234567890123456789,"b":[-9007199254740993,{"c":0.12345678901234567}]}';
		expect(json(text)).toBe(text);
		const asJavaScriptWritesThem = '{"a":12345678901234568,"b":[9007199254740992]}';
		expect(json(asJavaScriptWritesThem)).toBe(asJavaScriptWritesThem);
		expect(json({ a: 1234567890123456789n })).toBe('{"a":1234567890123456789}');
	});

	it.each([2 ** 53, Number('-1234567890123456789')])(
		'is refused where it contains %p, rounded',
		(number) => {
			for (const object of [{ a: number }, { a: [{ b: number }] }]) {
				expect(refused(() => send(object)).what).toBe('was rounded before it reached this node');
			}
		},
	);

	it.each([
		[{ a: Number('x') }, 'contains a calculation without a result'],
		[{ a: -Infinity }, 'contains a calculation without a result'],
		[{ a: ['b\u0000'] }, 'contains a null character (U+0000)'],
		['{"a\\ud83d": 1}', 'contains half a character (U+D83D)'],
		[{ a: { b: 'kyc-undefined' } }, /^contains 'undefined', which an expression leaves/],
		[{ a: 'b'.repeat(100_000) }, 'is 100008 characters long'],
	])('is refused as %#', (object, what) => {
		expect(refused(() => send(object)).what).toMatch(what);
	});

	it('is refused where it contains itself', () => {
		const circle: Record<string, unknown> = {};
		circle.self = [circle];
		expect(refused(() => send(circle)).what).toBe('is nested too deeply');
	});

	it('contains dates as texts, and leaves out what JSON has no form for', () => {
		expect(json({ a: new Date(0), b: undefined, c: [undefined], d: null, e: '' })).toBe(
			'{"a":"1970-01-01T00:00:00.000Z","c":[null],"d":null,"e":""}',
		);
	});
});
