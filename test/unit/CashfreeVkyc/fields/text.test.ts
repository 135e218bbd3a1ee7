import fc from 'fast-check';
import * as read from '../../../../nodes/CashfreeVkyc/fields/text';
import { faultFor, refused } from './itemFields';

const fault = faultFor('Field');
const whatOf = (work: () => unknown) => refused(work).what;
const empty = 'is empty';
const blanks = ['', ' ', '\n\t', '\u00a0', null, undefined];

describe('a text', () => {
	it('is trimmed, and nothing becomes an empty one', () => {
		expect(read.text('  Asha Rao \n', fault)).toBe('Asha Rao');
		for (const blank of blanks) expect(read.text(blank, fault)).toBe('');
	});

	it('may come as a number', () => {
		const numbers = [2041, 0, 1.5, 12345678901234567890n];
		expect(numbers.map((number) => read.text(number, fault))).toEqual([
			'2041',
			'0',
			'1.5',
			'12345678901234567890',
		]);
	});

	it.each([
		[['a'], 'holds a list, not a text'],
		[{ a: 1 }, 'holds an object, not a text'],
		[true, 'holds true, not a text'],
		[false, 'holds false, not a text'],
		[Infinity, 'holds Infinity, not a text'],
	])('is none of %p', (value, what) => {
		expect(whatOf(() => read.text(value, fault))).toBe(what);
		expect(whatOf(() => read.requiredText(value, fault))).toBe(what);
	});

	it('is not what a calculation without a result gives', () => {
		expect(() => read.text(Number('lead'), fault)).toThrow(
			"'Field' holds NaN, not a text [item 7]",
		);
	});

	it('is refused where it is required and blank', () => {
		for (const blank of blanks) {
			expect(refused(() => read.requiredText(blank, fault))).toEqual({
				field: 'Field',
				what: empty,
				rule: 'Give a value, or check the expression.',
			});
		}
	});
});

describe('an ID', () => {
	const identifier = (value: unknown) => read.identifier(value, fault);
	const allowed = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_';
	const rule = 'Use at most 50 characters: letters, digits, period, hyphen and underscore.';

	it('holds 1 to 50 of the letters, digits and marks that Cashfree allows', () => {
		const id = fc.string({ unit: fc.constantFrom(...allowed), minLength: 1, maxLength: 50 });
		fc.assert(fc.property(id, (value) => expect(identifier(` ${value} `)).toBe(value)));
		expect(identifier('a'.repeat(50))).toHaveLength(50);
		expect(identifier(2041)).toBe('2041');
	});

	it('is refused with another character, which is named', () => {
		const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
		const isForeign = (mark: string) => !allowed.includes(mark[0]) && mark.trim() !== '';
		fc.assert(
			fc.property(character.filter(isForeign), (mark) => {
				const { what } = refused(() => identifier(`lead${mark}1`));
				expect(what).toBe(`holds the character ${JSON.stringify([...mark][0])}`);
			}),
		);
	});

	it.each([
		['lead 2041', 'holds a space'],
		['lead\n2041', 'holds the character "\\n"'],
		['lead/2041', 'holds the character "/"'],
		['आशा', 'holds the character "आ"'],
		['lead👍', 'holds the character "👍"'],
		['a'.repeat(51), 'is 51 characters long'],
		['/'.repeat(51), 'is 51 characters long'],
		['', empty],
		[null, empty],
	])('is refused as %p', (value, what) => {
		const refusal = refused(() => identifier(value));
		expect(refusal.what).toBe(what);
		if (what !== empty) expect(refusal.rule).toBe(rule);
	});
});

describe('a reference ID', () => {
	const referenceId = (value: unknown) => read.referenceId(value, fault);

	it('is a number, also where it comes as a text', () => {
		for (const given of [1358, '1358', ' 1358 ', '001358', 1358n]) {
			expect(referenceId(given)).toBe(1358);
		}
		expect(referenceId('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
	});

	it.each([0, '0', -1, 1.5, '1e3', '0x10', '1,358', 'lead', '9007199254740992', 2 ** 53])(
		'is refused as %p',
		(value) => {
			expect(refused(() => referenceId(value))).toEqual({
				field: 'Field',
				what: 'is not a reference ID',
				rule: 'Give the number that Cashfree answered with, e.g. 1358.',
			});
		},
	);
});

describe('a PIN code', () => {
	const pinCode = (value: unknown) => read.pinCode(value, fault);

	it('is a number of six digits, however they are grouped', () => {
		for (const given of [581115, '581115', '581 115', ' 5 8 1 1 1 5 ']) {
			expect(pinCode(given)).toBe(581115);
		}
	});

	it.each(['58111', '5811155', '081115', 0, '58111a', '581-115', -581115, 5811.15, '٥٨١١١٥'])(
		'is refused as %p',
		(value) => {
			const { what, rule } = refused(() => pinCode(value));
			expect(what).toBe('is not a PIN code');
			expect(rule).toBe('A PIN code has six digits, and the first is not 0.');
		},
	);
});
