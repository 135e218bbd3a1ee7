import { aadhaarDetails } from '../../../../nodes/CashfreeVkyc/validation/aadhaarDetails';
import { fieldsOf, refused } from './itemFields';
import { optional, required, sent, sentWithout } from './person';

const read = (aadhaarJson: unknown) =>
	aadhaarDetails(fieldsOf({ aadhaarDetails: 'json', aadhaarJson }));
const { split_address: address, ...rest } = sent;
const isPartOfAddress = (key: string) => key in address;
const label = 'Aadhaar Details (JSON)';

describe('the Aadhaar details as JSON', () => {
	it('are sent as they are, given as text or by an expression', () => {
		expect(read(sent)).toEqual(sent);
		expect(read(JSON.stringify(sent, null, 2))).toEqual(sent);
	});

	it('are brought into the form of the API as the fields are', () => {
		const loose = {
			...rest,
			dob: '1991-07-14',
			gender: 'female',
			last_verified_at: '2025-05-07 15:04:05',
			name: ' Asha Ravi Kulkarni ',
			split_address: { ...address, pincode: '581115' },
		};
		expect(read(loose)).toEqual(sent);
	});

	it('may have the address under the name that Cashfree answers with', () => {
		expect(read({ ...rest, address_details: address })).toEqual(sent);
		expect(read({ ...rest, split_address: null, address_details: address })).toEqual(sent);
	});

	it('have the address once where both names are given', () => {
		expect(read({ ...sent, address_details: { house: 'Other House' } })).toEqual(sent);
	});

	it('keep what this node does not know, in the address too', () => {
		const more = { year_of_birth: 1991, mobile_hash: null, nested: { a: [1] } };
		const split_address = { ...address, plus_code: 'PQ2F+9X' };
		expect(read({ ...sent, ...more, split_address })).toEqual({ ...sent, ...more, split_address });
	});

	it('leave out the parts of the address that are optional and blank', () => {
		for (const [, , key] of optional) {
			expect(read(sentWithout(key))).toEqual(sentWithout(key));
			expect(read({ ...rest, split_address: { ...address, [key]: '' } })).toEqual(sentWithout(key));
		}
	});

	it('change nothing in what an expression gave', () => {
		const given = structuredClone({ ...sent, extra: 1 });
		read(given);
		expect(given).toEqual({ ...sent, extra: 1 });
	});

	it.each(required)('are refused without the key of %s (%s): %s', (_parameter, _label, key) => {
		expect(refused(() => read(sentWithout(key)))).toMatchObject({
			field: `${label}: ${key}`,
			what: 'is empty',
			rule: expect.not.stringContaining('expression'),
		});
		const blank = isPartOfAddress(key)
			? { ...rest, split_address: { ...address, [key]: '' } }
			: { ...sent, [key]: ' ' };
		expect(refused(() => read(blank)).field).toBe(`${label}: ${key}`);
	});

	it('are refused without an address, and with one that is no object', () => {
		expect(refused(() => read(rest))).toEqual({
			field: label,
			what: 'has no value for house, street, dist, state, pincode, country',
			rule: 'Give each of them a value in the JSON.',
		});
		for (const split_address of ['Neem House, Haveri', [address], 'null]']) {
			const { field } = refused(() => read({ ...rest, split_address }));
			expect(field).toBe(`${label}: split_address`);
		}
	});

	it.each([
		['{}', label],
		['', label],
		['{name: Asha}', label],
		['[]', label],
	])('are refused as %p', (json, field) => {
		expect(refused(() => read(json)).field).toBe(field);
	});

	it.each([
		['dob', '1991-02-30', 'is not a date that exists'],
		['gender', 'X', 'is not a gender that Cashfree knows'],
		['photo_link', '<link where the image is>', 'is not a link that starts with https://'],
		['last_verified_at', 1746630245, 'is not a date'],
		['name', { first: 'Asha' }, 'contains an object, not a text'],
	])('are refused with %s %p', (key, value, what) => {
		const refusal = refused(() => read({ ...sent, [key]: value }));
		expect(refusal).toMatchObject({ field: `${label}: ${key}`, what });
	});
});
