import fc from 'fast-check';
import { isSamePhone, phoneNumber } from '../../../../nodes/CashfreeVkyc/validation/phone';
import { fieldErrorFor, refused } from './itemFields';

const read = (value: unknown) => phoneNumber(value, fieldErrorFor('Phone Number'));
const digit = fc.constantFrom(...'0123456789');
const mobile = fc
	.tuple(fc.constantFrom(...'6789'), fc.string({ unit: digit, minLength: 9, maxLength: 9 }))
	.map(([first, rest]) => first + rest);

describe('a phone number', () => {
	it.each([
		'9988776655',
		'+919988776655',
		'+91 99887 76655',
		'+91-99887-76655',
		'91 9988776655',
		'09988776655',
		'0091 99887 76655',
		'(+91) 99887 76655',
		'+91.9988.776655',
		'99887.76655',
		'99.88.77.66.55',
		'99\u201388\u201377\u201366.55',
		'(9988776655)',
		'(+919988776655)',
		'+91 (9988776655)',
		'+(91) 99887 76655',
		'(0) 9988776655',
		'+91 (99887) 76655',
		'(9988) 776655',
		' 99887\u00a076655\n',
		'\u202a+91 99887 76655\u202c',
		'+91\u201199887\u201376655',
		9988776655,
		919988776655,
		9988776655n,
	])('%p is sent as its ten digits', (given) => {
		expect(read(given)).toBe('9988776655');
	});

	it('is found in whatever way it is grouped and begun', () => {
		const before = fc.constantFrom('', '0', '91', '+91', '0091', '+91 ', '+91-', '(+91) ');
		const mark = ['', ' ', '-', '\u2011', '\u200e'];
		const between = fc
			.tuple(
				fc.array(fc.constantFrom(...mark, '.'), { minLength: 5, maxLength: 5 }),
				fc.array(fc.constantFrom(...mark), { minLength: 5, maxLength: 5 }),
			)
			.map((halves) => halves.flat());
		fc.assert(
			fc.property(before, mobile, between, (prefix, number, marks) => {
				const written = [...number].map((char, index) => char + marks[index]).join('');
				// fewer groups may be those of a landline, whose area codes begin with 1 to 8
				const seen = written.replace(/\p{Cf}/gu, '');
				const groups = seen.split(/[\s.\p{Pd}]+/u).filter(Boolean);
				const isApart = groups.length > 4 && !['79', '80'].includes(groups[0] ?? '');
				fc.pre(number.startsWith('9') || isApart);
				expect(read(prefix + written)).toBe(number);
			}),
		);
	});

	it('keeps the digits of one that begins with 91 itself', () => {
		expect(read('9199887766')).toBe('9199887766');
		expect(read('919199887766')).toBe('9199887766');
	});

	it.each([
		'998877665',
		'99887766551',
		'5988776655',
		'0000000000',
		'+1 202 555 0142',
		'+9988776655',
		'++919988776655',
		'+91 5988776655',
		'+92 9988776655',
		'022 2345 6789',
		'9988776655 ext 4',
		'9988776655/9988776656',
		'99887766५५',
		'9.98878E+09',
		'asha',
		{ phone: '9988776655' },
		9.98877665501e30,
		'9988776655'.repeat(6),
		'undefined',
	])('%p is refused', (given) => {
		const { field, what, rule } = refused(() => read(given));
		expect(field).toBe('Phone Number');
		expect(what).toMatch(
			/^is not an Indian mobile number$|^contains (an object|'undefined')|^was rounded|long$/,
		);
		if (what?.startsWith('is not'))
			expect(rule).toMatch(/^Give ten digits of which the first is 6/);
	});

	it.each([
		...['080-22334455', '080 2233 4455', '(080) 22334455', '(080)22334455', '079\u20132233 4455'],
		...['0836-2221234', '0836 222 1234', '08362 221234', '0671.2345678', '(0731) 2345678'],
		...['+91 80 2233 4455', '+91-80-22334455', '+91 (79) 2233-4455', '0 80 2233 4455'],
		...['80 2233 4455', '0091 79 22334455', '91-80-22334455', '\u202a080-22334455\u202c'],
		...[
			'(674) 2534567',
			'(8192) 258123',
			'+91 (821) 242-3456',
			'+(91)(80)22334455',
			'(0674) 2534567',
		],
		...['0674 2534 567', '0674 253 45 67', '080 22 33 44 55', '080-223-34455', '079 2658 12 34'],
		...['0 674 2534567', '(0)674-2534567', '0 (674) 2534567'],
		...['+ 91 80 2233 4455', '00 91 80 2233 4455'],
	])('%p is refused, since it is written as a landline', (given) => {
		const { what, rule } = refused(() => read(given));
		expect(what).toBe('is written as a landline, with an area code');
		expect(rule).toMatch(/^Give a mobile number/);
	});

	it.each([
		...['08022334455', '8022334455', '+918022334455', '080223 34455', '0 80223 34455'],
		...['80223 34455', '80-22-33-44-55', '+91 802 233 4455', '(80223) 34455', '(0) 8022334455'],
	])('%p is a mobile number, though a landline has these digits', (given) => {
		expect(read(given)).toBe('8022334455');
	});

	it.each(['09988-776655', '0998 877 6655', '099 8877 6655', '99 8877 6655', '+91 99 88776655'])(
		'%p is a mobile number, since no area code begins with 9',
		(given) => {
			expect(read(given)).toBe('9988776655');
		},
	);

	it('keeps zeros at its end, however they are grouped', () => {
		for (const written of ['9988.776.000', '99.88.77.60.00', '99887.00000', '(99887) 00000'])
			expect(read(written)).toBe(written.replace(/\D/g, ''));
	});

	it.each([
		...['998877665.0', '91998877665.0', '+91.998877665.0', '998877665.5', '99887766.00'],
		...['99887766.55', '9988776.000', '9988776655.0', '+91 9988776655.00', ' 998877665.0\u202c'],
		...['998877665.0)', '998877665 .0.', '9988 77665. 0', 99887.76655, 998877665.5, 91998877665.5],
	])('%p is refused, since it has a decimal part', (given) => {
		expect(refused(() => read(given))).toEqual({
			field: 'Phone Number',
			what: 'has a decimal part, as tables write one',
			rule: 'Give the ten digits without it, e.g. without ".0".',
		});
	});

	it.each([
		...['998877665 (0)', '(998877665) 0', '(91998877665) 0', '99887766 (55)', '9988 (776655)'],
		...['9988776655 ()', '(9988776655', '((9988776655))', -9988776655, -9988776655n],
	])('%p is refused, since its digits may belong to two numbers', (given) => {
		expect(refused(() => read(given)).what).toBe('is not an Indian mobile number');
	});

	it('is refused where it is empty', () => {
		for (const blank of ['', ' ', null, undefined]) {
			expect(refused(() => read(blank)).what).toBe('is empty');
		}
	});

	it('is refused without a digit of it in the message', () => {
		fc.assert(
			fc.property(mobile, (number) => {
				expect(JSON.stringify(refused(() => read(`${number}4`)))).not.toContain(number);
			}),
		);
	});
});

describe('two phone numbers', () => {
	it('are the same in whatever form', () => {
		const forms = ['9988776655', '+91 99887 76655', 919988776655, '09988776655'];
		for (const one of forms) {
			for (const other of forms) expect(isSamePhone(one, other)).toBe(true);
		}
	});

	it('are not the same where a digit differs', () => {
		expect(isSamePhone('9988776655', '9988776656')).toBe(false);
		expect(isSamePhone('9988776655', '')).toBe(false);
	});
});
