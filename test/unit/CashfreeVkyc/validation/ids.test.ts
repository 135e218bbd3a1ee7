import fc from 'fast-check';
import { nameOf } from '../../../../nodes/CashfreeVkyc/validation/characters';
import * as read from '../../../../nodes/CashfreeVkyc/validation/ids';
import { fieldErrorFor, refused } from './itemFields';

const fieldError = fieldErrorFor('Field');

describe('an ID', () => {
	const identifier = (value: unknown) => read.identifier(value, fieldError);
	const inside = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
	const allowed = `${inside}.-_`;

	it('contains 1 to 50 of the letters, digits and marks that Cashfree allows', () => {
		const middle = fc.string({ unit: fc.constantFrom(...allowed), maxLength: 46 });
		const isWhole = (id: string) => !/undefined|null|nan|[._-]{2}/i.test(id);
		fc.assert(
			fc.property(
				middle.filter(isWhole),
				fc.constantFrom(...inside),
				fc.constantFrom(...inside),
				(id, first, last) =>
					expect(identifier(` ${first}x${id}x${last} `)).toBe(`${first}x${id}x${last}`),
			),
		);
		expect(identifier('a')).toBe('a');
		expect(identifier('a'.repeat(50))).toHaveLength(50);
		expect(identifier(2041)).toBe('2041');
	});

	it('is refused with another character, which is named', () => {
		const character = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 });
		const isForeign = (mark: string) => !allowed.includes(mark[0] ?? '') && mark.trim() !== '';
		fc.assert(
			fc.property(character.filter(isForeign), (mark) => {
				const { what } = refused(() => identifier(`lead${mark}1`));
				expect(what).toBe(`contains ${nameOf([...mark][0] ?? '')}`);
			}),
		);
	});

	it.each([
		['lead 2041', 'a space'],
		['lead/2041', 'the character "/"'],
		['lead\n2041', 'a line break (U+000A)'],
		['lead\t2041', 'a tab (U+0009)'],
		['lead\u00a02041', 'a no-break space (U+00A0)'],
		['lead\u200b2041', 'a zero-width space (U+200B)'],
		['lead\u202e2041', 'an invisible character (U+202E)'],
		['lead\u0000', 'a null character (U+0000)'],
		['le\u0430d', 'the character "а" (U+0430)'],
		['lead\uff0d1', 'the character "－" (U+FF0D)'],
		['lea\u0301d', 'the character U+0301'],
		['आशा', 'the character "आ" (U+0906)'],
		['lead👍', 'the character "👍" (U+1F44D)'],
		['lead\ud83d', 'half a character (U+D83D)'],
	])('is refused as %j, which contains %s', (value, character) => {
		expect(refused(() => identifier(value)).what).toBe(`contains ${character}`);
	});

	it.each(['LN/2026/0077', 'HL#42', 'KYC:B7/000123'])(
		'is quoted as %p, so that its row is found',
		(value) => {
			expect(refused(() => identifier(value)).what).toMatch(
				`is '${value}', which contains the char`,
			);
		},
	);

	it.each([
		...['Asha Rao', 'RAO/Asha', 'ASHA/7', 'asha@example.com', '+91 99887 76655', '99887/76655'],
		...['PH/99887/76655', 'PH/998877/6655', 'PH/91/99887/76655', 'UID/1234/5678/9012'],
		...['1234 5678 9012', 'ABCDE/1234F', 'ABCDE1234F/', 'AB/CDE1234F', '02/03/1995'],
		...['DOB/02/03/1995', 'DOB/1995/03/02', 'DOB:2/3/95', '12/3 MG Road', '581 115', '7/5'],
	])('is not quoted as %p, which could be personal', (value) => {
		expect(refused(() => identifier(value)).what).toMatch(
			/^contains (?:a space|the character "."$)/,
		);
	});

	it.each(['a'.repeat(51), '/'.repeat(51)])('is refused as %p, which is too long', (value) => {
		const refusal = refused(() => identifier(value));
		expect(refusal).toMatchObject({
			what: 'is 51 characters long',
			rule: 'Use at most 50 characters.',
		});
	});

	it.each([
		...['undefined', 'kyc-undefined', 'kyc_undefined_1', 'kycundefined', '2041undefined'],
		...['null', 'kyc-null', 'kyc-NULL', 'kyc.Null', '2041null', 'UNDEFINED'],
		...['NaN', 'kyc-NaN', 'NaN_2041', 'kyc-[object Object]', '[object Array]'],
		...['kycNaN', 'KYCNaN', 'kycNaN-2041', 'NaNkyc', 'KYCnull'],
		...['kyc-null-2041', 'loan.undefined.7', 'a_NaN_b', 'null-2041', 'a-NULL-b'],
		...['kyc-nan', 'nan-2041', 'loan.nan_7'],
		...['kyc-object-Object', 'object_object', 'objectObject-7', 'Object.Object'],
		...['kyc-Invalid-DateTime', 'invalid_date-7', 'InvalidDate'],
	])('is refused as %s, in which a value is missing', (value) => {
		const { what, rule } = refused(() => identifier(value));
		expect(what).toMatch(
			/^contains '(undefined|null|NaN|nan|\[?object.?\w+\]?|invalid.?date(time)?)', which .* missing$/i,
		);
		expect(rule).toBe('Check the expression: a part of it has no value for this item.');
	});

	it.each([
		['kyc-', 'ends with "-"'],
		['kyc_', 'ends with "_"'],
		['kyc-2026.', 'ends with "."'],
		['-2041', 'begins with "-"'],
		['_', 'begins with "_"'],
		['customer-verification-', 'ends with "-"'],
		['Customer-Verification-2026-', 'ends with "-"'],
		['loan-onboarding-v2-kyc-', 'ends with "-"'],
		['Loan2025-Mumbai2-KycV2-', 'ends with "-"'],
		['loanOnboarding-kycV2-a1-', 'ends with "-"'],
		['lead-3f2a1b9c8d7e6f5a-', 'ends with "-"'],
		['-verification2025-branch-mumbai', 'begins with "-"'],
		['loan--kyc', 'contains "--"'],
		['a..b', 'contains ".."'],
		['a__b', 'contains "__"'],
		['loan-_kyc.1', 'contains "-_"'],
		['loan-onboarding-v2--kyc-mumbai', 'contains "--"'],
		[-2041, 'begins with "-"'],
	])('is refused as %s, of which a part is missing', (value, what) => {
		expect(refused(() => identifier(value))).toMatchObject({
			what: `${what}, where a part of it is missing`,
			rule: 'Check the expression: a part of it has no value for this item.',
		});
	});

	it.each([
		...['annull-1', 'nullable-2', 'Hannan-7', 'NAN-2041', 'loan-2041-kyc', 'kycnull'],
		...['loan.2041_kyc-7', 'V1StGXR8__Z5jdHi6B-myT', 'V1StGXR8_Z5NaNi6B-myT'],
		...['consent-false-2041', 'true-north-7', 'kyc-true', 'falsetto'],
		...['Nan-2041', 'nandini-7', 'kyc-anan-1', 'nan2', 'object-2041', 'Infinity-7', 'none-1'],
		...['invalid-7', 'lead-date-7', 'project-object-7', 'Xy7nan_Ab3Cd9_nan_Ef2Gh'],
		...['V1StGXR8_Z5jdHi6B-myT-', '_V1StGXR8Z5jdHi6BmyTx', '-OaBcDeFgHiJkLmNoPq1'],
	])('may be %s', (value) => {
		expect(identifier(value)).toBe(value);
	});

	it.each(['true', 'false', 'False', 'TRUE'])('is refused as %s alone', (value) => {
		expect(refused(() => identifier(value))).toMatchObject({
			what: `is '${value}', which is no ID`,
			rule: 'Check the expression: it results in true or false, not in an ID.',
		});
	});

	it('is refused where it was left empty', () => {
		for (const blank of ['', ' ', null, undefined, []]) {
			expect(refused(() => identifier(blank)).what).toBe('is empty');
		}
	});
});

describe('a reference ID', () => {
	const referenceId = (value: unknown) => read.referenceId(value, fieldError);

	it('is a number, of which each digit is kept', () => {
		for (const given of [1358, '1358', ' 1358 ', '001358', 1358n]) {
			expect(referenceId(given)).toBe('1358');
		}
		const long = ['9007199254740992', '1234567890123456789', '9223372036854775807'];
		expect(long.map(referenceId)).toEqual(long);
		expect(referenceId(1234567890123456789n)).toBe('1234567890123456789');
	});

	it.each([0, '0', -1, 1.5, '1e3', '0x10', '1,358', 'lead', '+1', '12345678901234567890'])(
		'is refused as %p',
		(value) => {
			expect(refused(() => referenceId(value))).toEqual({
				field: 'Field',
				what: 'is not a reference ID',
				rule: 'Give the number that Cashfree answered with, e.g. 1358.',
			});
		},
	);

	it('is refused where it was rounded', () => {
		for (const value of [2 ** 53, Number('1234567890123456789')]) {
			expect(refused(() => referenceId(value)).what).toBe(
				'was rounded before it reached this node',
			);
		}
	});
});

describe('a PIN code', () => {
	const pinCode = (value: unknown) => read.pinCode(value, fieldError);

	it('is a number of six digits, however they are grouped', () => {
		for (const given of [581115, '581115', '581 115', ' 5 8 1 1 1 5 ', 581115n]) {
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
