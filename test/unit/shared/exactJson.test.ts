import fc from 'fast-check';
import {
	ExactNumber,
	exactJson,
	exactNumber,
	parseExactJson,
} from '../../../nodes/shared/exactJson';

const parse = (json: string) => parseExactJson(json, 100);
const isUnsafe = (value: unknown) => Number.isInteger(value) && !Number.isSafeInteger(value);
const digits = fc.stringMatching(/^[1-9]\d{0,30}$/);
const number = fc
	.tuple(
		fc.constantFrom('', '-'),
		fc.oneof(digits, fc.constant('0')),
		fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,20}$/)),
		fc.oneof(fc.constant(''), fc.stringMatching(/^[eE][+-]?\d{1,3}$/)),
	)
	.map((parts) => parts.join(''));

describe('exact JSON', () => {
	it('is plain JSON where all numbers can be kept', () => {
		fc.assert(
			fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
				const json = JSON.stringify(value, (_key, item) => (isUnsafe(item) ? 0 : item));
				expect(parse(json)).toEqual(JSON.parse(json));
				expect(exactJson(JSON.parse(json))).toBe(json);
			}),
		);
	});

	it('keeps the value of each number, however it is written', () => {
		const plain = (json: string) => json.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
		fc.assert(
			fc.property(number, (json) => {
				const written = exactJson(parse(`{"a":[${json}]}`)) ?? '';
				const [, again = ''] = /^\{"a":\[(.*)\]\}$/.exec(written) ?? [];
				if (again !== json) {
					expect(plain(json)).not.toMatch(/e|^.{17}/i);
					expect(Number(again) - Number(json)).toBe(0);
				}
			}),
		);
	});

	it.each([
		'9007199254740993',
		'9007199254740992',
		'-9007199254740992',
		'12345678901234568',
		'100000000000000000000',
		'1e+21',
		'-9223372036854775808',
		'12345678901234567890123',
		'1e400',
		'0.1234567890123456789',
	])('writes %s as it was read', (json) => {
		expect(parse(json)).toBeInstanceOf(ExactNumber);
		for (const whole of [`[${json}]`, `{"id":${json}}`])
			expect(exactJson(parse(whole))).toBe(whole);
	});

	it('makes a plain number of what JavaScript keeps', () => {
		for (const json of ['0', '-1', '581115', '9007199254740991', '1.5', '0.10']) {
			expect(exactNumber(json)).toBe(Number(json));
		}
	});

	it('keeps each digit of a whole number of any length, and a plain number is a safe one', () => {
		fc.assert(
			fc.property(digits, fc.nat(24), (start, zeros) => {
				const json = start + '0'.repeat(zeros);
				expect(parse(json) instanceof ExactNumber).toBe(isUnsafe(Number(json)));
				expect(exactJson(parse(json))).toBe(json);
			}),
		);
	});

	it('takes digits and brackets in texts for texts', () => {
		const value = { 'a"{[': '1234567890123456789]}\\"', '\\': ['"', '\\\\', '', '\u0000'] };
		expect(parse(JSON.stringify(value, null, '\t'))).toEqual(value);
	});

	it('keeps keys that mean something to JavaScript', () => {
		const json = '{"__proto__":{"constructor":1},"toJSON":{"a":9007199254740993}}';
		expect(exactJson(parse(json))).toBe(json);
	});

	it('has no form for what JSON leaves out', () => {
		expect(exactJson({ a: undefined, b: [undefined], c: '' })).toBe('{"b":[null],"c":""}');
		expect(exactJson(undefined)).toBeUndefined();
	});

	it.each(['', '{', '[1,]', '{"a":01}', '"', '{"a" 1}', 'undefined'])(
		'is refused as %j',
		(json) => {
			expect(() => parse(json)).toThrow(SyntaxError);
		},
	);

	it('is refused where it is nested deeper than allowed', () => {
		const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
		expect(() => parseExactJson(nested(3), 3)).not.toThrow();
		expect(() => parseExactJson(nested(5), 3)).toThrow(RangeError);
	});

	it('is a text to whoever writes it with JSON.stringify', () => {
		expect(JSON.stringify({ id: exactNumber('9007199254740993') })).toBe(
			'{"id":"9007199254740993"}',
		);
	});
});
