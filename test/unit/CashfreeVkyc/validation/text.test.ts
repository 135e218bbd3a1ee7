import * as read from '../../../../nodes/CashfreeVkyc/validation/text';
import { exactNumber } from '../../../../nodes/shared/exactJson';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Field');
const whatOf = (work: () => unknown) => refused(work).what;
const text = (value: unknown) => read.text(value, fieldError);
const blanks = ['', ' ', '\n\t', '\u00a0', null, undefined, []];

describe('a text', () => {
	it('is trimmed, and empty where the field was left empty', () => {
		expect(text('  Asha Rao \n')).toBe('Asha Rao');
		for (const blank of blanks) expect(text(blank)).toBe('');
	});

	it('may come as a number, of which each digit is kept', () => {
		const long = '12345678901234567890';
		const numbers = [2041, 0, 1.5, 12345678901234567890n, exactNumber(long)];
		expect(numbers.map(text)).toEqual(['2041', '0', '1.5', long, long]);
		expect(text(Number.MAX_SAFE_INTEGER)).toBe('9007199254740991');
	});

	it.each([2 ** 53, Number('1234567890123456789'), -1e20, 1e21])(
		'is not %p, which was rounded',
		(value) => {
			expect(refused(() => text(value))).toEqual({
				field: 'Field',
				what: 'was rounded before it reached this node',
				rule: 'It has more digits than a number can have. Pass it as text.',
			});
		},
	);

	it.each([
		[['a'], 'contains a list, not a text'],
		[[[]], 'contains a list, not a text'],
		[{ a: 1 }, 'contains an object, not a text'],
		[{ toString: 1 }, 'contains an object, not a text'],
		[new Date(0), 'contains an object, not a text'],
		[true, 'contains true, not a text'],
		[false, 'contains false, not a text'],
		[Infinity, 'contains Infinity, not a text'],
	])('is none of %p', (value, what) => {
		expect(whatOf(() => text(value))).toBe(what);
		expect(whatOf(() => read.requiredText(value, fieldError))).toBe(what);
	});

	it('is not what a calculation without a result gives', () => {
		expect(() => text(Number('lead'))).toThrow("'Field' contains NaN, not a text [item 7]");
	});

	it('is refused where it is required and left empty', () => {
		for (const blank of blanks) {
			expect(refused(() => read.requiredText(blank, fieldError))).toEqual({
				field: 'Field',
				what: 'is empty',
				rule: 'Give a value, or check the expression.',
			});
		}
	});

	it('has a maximum length, which counts without the spaces around it', () => {
		expect(text(` ${'a'.repeat(200)} `)).toHaveLength(200);
		expect(refused(() => text('a'.repeat(201)))).toMatchObject({
			what: 'is 201 characters long',
			rule: 'Use at most 200 characters.',
		});
	});

	it.each([
		'आशा राव',
		'ಕನ್ನಡ\u200cಹೆಸರು',
		'12 MG Road\r\nBengaluru\t560001',
		'Zoë 👩‍👩‍👧',
		'Christopher Null',
		'Nan Annull',
		'nullified',
		'Undefinedov',
	])('may be %j', (value) => {
		expect(text(value)).toBe(value);
	});

	it.each([
		['Asha\u0000', 'contains a null character (U+0000)'],
		['Asha \u0007 Rao', 'contains an invisible character (U+0007)'],
		['Asha\u0085Rao', 'contains an invisible character (U+0085)'],
		['Asha 👍'.slice(0, -1), 'contains half a character (U+D83D)'],
		['\udc4d Asha', 'contains half a character (U+DC4D)'],
	])('is refused as %j, and the character is named', (value, what) => {
		expect(whatOf(() => text(value))).toBe(what);
	});

	it.each(['\u200b', '\u200b\u200d \u2060', '\u3164\u3164', '\u2800', '\u034f\ufe0f', '\u{e0061}'])(
		'is refused as %j, of which nothing can be seen',
		(value) => {
			expect(whatOf(() => text(value))).toBe('contains only characters that cannot be seen');
		},
	);

	it.each([
		['undefined', 'undefined'],
		['undefined undefined', 'undefined'],
		['Asha undefined', 'undefined'],
		['undefinedundefined', 'undefined'],
		['Ashaundefined', 'undefined'],
		['nullnull', 'nullnull'],
		['null', 'null'],
		['12 null, Pune', 'null'],
		['flat-null', 'null'],
		['NaN', 'NaN'],
		['Flat NaN, MG Road', 'NaN'],
		['[object Object]', '[object Object]'],
		['Answer: [object Undefined]', '[object Undefined]'],
		['Invalid DateTime', 'Invalid DateTime'],
	])('is refused as %j, which an expression left', (value, leftover) => {
		expect(refused(() => text(value))).toEqual({
			field: 'Field',
			what: `contains '${leftover}', which an expression leaves where a value is missing`,
			rule: 'Check the expression: a part of it has no value for this item.',
		});
	});
});
