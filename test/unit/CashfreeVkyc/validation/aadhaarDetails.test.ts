import { aadhaarDetails } from '../../../../nodes/CashfreeVkyc/validation/aadhaarDetails';
import { fieldsOf, refused } from './itemFields';
import { form, optional, required, sent, sentWithout } from './person';

const read = (changes: Record<string, unknown> = {}, timezone = 'Asia/Kolkata') =>
	aadhaarDetails(fieldsOf({ ...form, ...changes }, { timezone }));

describe('the Aadhaar details as fields', () => {
	it('are sent with all their fields and the split address', () => {
		expect(read()).toEqual(sent);
	});

	it('are not sent where none are chosen, whatever the fields still hold', () => {
		expect(read({ aadhaarDetails: 'none' })).toBeUndefined();
		expect(aadhaarDetails(fieldsOf({}))).toBeUndefined();
		for (const aadhaarDetails of ['', ' ', undefined, []]) {
			expect(read({ aadhaarDetails })).toBeUndefined();
		}
	});

	it('are refused where the choice is none of the three', () => {
		for (const choice of ['Fields', true, 'constructor', {}, 0, [[]]]) {
			expect(refused(() => read({ aadhaarDetails: choice }))).toEqual({
				field: 'Aadhaar Details',
				what: 'has an unknown value',
				rule: 'Use one of: none, fields, json.',
			});
		}
	});

	it('leave out the parts of the address that are optional and blank', () => {
		for (const [parameter, , key] of optional) {
			for (const blank of ['', ' ', null]) {
				expect(read({ [parameter]: blank })).toEqual(sentWithout(key));
			}
		}
	});

	it.each(required)('are refused without %s, by the label %s', (parameter, field) => {
		for (const blank of ['', ' ', null, undefined]) {
			const refusal = refused(() => read({ [parameter]: blank }));
			expect(refusal).toMatchObject({ field, what: 'is empty' });
		}
	});

	it('are refused as a whole where one alone is given', () => {
		for (const [parameter] of required) {
			const alone = { aadhaarDetails: 'fields', [parameter]: form[parameter] };
			expect(refused(() => aadhaarDetails(fieldsOf(alone))).what).toBe('is empty');
		}
	});

	it.each([
		['aadhaarDateOfBirth', '31-02-1991', 'Aadhaar Date of Birth', 'is not a date that exists'],
		[
			'aadhaarDateOfBirth',
			'14/07/1991',
			'Aadhaar Date of Birth',
			'is not a date in a known format',
		],
		['aadhaarDateOfBirth', '2999-01-01', 'Aadhaar Date of Birth', 'is in the future'],
		['aadhaarGender', 'X', 'Aadhaar Gender', 'is not a gender that Cashfree knows'],
		[
			'aadhaarLastVerifiedAt',
			'today',
			'Aadhaar Last Verified At',
			'is not a date in a known format',
		],
		[
			'aadhaarPhotoLink',
			'http://a.example',
			'Aadhaar Photo Link',
			'is not a link that starts with https',
		],
		['aadhaarPinCode', '58111', 'Address PIN Code', 'is not a PIN code'],
		['aadhaarHouse', ['Neem House'], 'Address House', 'contains a list, not a text'],
		[
			'aadhaarVtc',
			{ name: 'x' },
			'Address Village, Town or City',
			'contains an object, not a text',
		],
	])('are refused with %s %p', (parameter, value, field, what) => {
		const refusal = refused(() => read({ [parameter]: value }));
		expect(refusal.field).toBe(field);
		expect(refusal.what).toContain(what);
	});

	it('count a time without a zone in the time zone of the workflow, and no day', () => {
		expect(read({}, 'America/New_York')).toEqual({
			...sent,
			last_verified_at: '2025-05-07T19:04:05Z',
		});
	});

	it('may come as numbers where an expression gives numbers', () => {
		expect(read({ aadhaarHouse: 12, aadhaarPinCode: 581115 })).toEqual({
			...sent,
			split_address: { ...sent.split_address, house: '12' },
		});
	});
});
