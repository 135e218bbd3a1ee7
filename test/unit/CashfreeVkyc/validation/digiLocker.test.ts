import { aadhaarDetails } from '../../../../nodes/CashfreeVkyc/validation/aadhaarDetails';
import { fieldsOf, refused } from './itemFields';
import { sent } from './person';

const { last_verified_at, split_address: address, ...rest } = sent;

/** In the form of DigiLocker's answer for an Aadhaar, of the same invented person. */
const document = {
	...rest,
	uid: 'xxxxxxxx7301',
	reference_id: 4471,
	verification_id: 'digi-12',
	status: 'SUCCESS',
	message: 'Aadhaar Card Exists',
	year_of_birth: 1991,
	xml_file: 'https://files.cashfree.example/asha.xml',
	split_address: {
		...address,
		pincode: String(address.pincode),
		landmark: 'Near the temple',
		uid: 'xxxxxxxx7301',
	},
};
const read = (aadhaarJson: unknown, aadhaarLastVerifiedAt?: unknown) =>
	aadhaarDetails(fieldsOf({ aadhaarDetails: 'json', aadhaarJson, aadhaarLastVerifiedAt }));

it.each([
	['an object', document],
	['text', JSON.stringify(document)],
])('DigiLocker’s answer is taken as it is, as %s, with only Aadhaar details sent', (_, json) => {
	expect(read(json, '2025-05-07T15:04:05')).toEqual(sent);
});

const extras = ['uid', 'reference_id', 'verification_id', 'status', 'message', 'xml_file'];

it.each(extras)('DigiLocker’s answer is known without %s, too, and alone by it', (key) => {
	const { [key as 'uid']: value, ...others } = document;
	const split_address = { ...address, landmark: '' };
	expect(read(others, '2025-05-07T15:04:05')).toEqual(sent);
	expect(read({ ...sent, split_address, year_of_birth: 1991, [key]: value })).toEqual(sent);
	expect(read({ ...sent, [key]: null })).toEqual(sent);
});

it('a landmark alone is not sent, and does not make the rest DigiLocker’s', () => {
	const split_address = { ...address, landmark: 'Near the temple' };
	expect(read({ ...sent, split_address, year_of_birth: 1991 })).toEqual({
		...sent,
		year_of_birth: 1991,
	});
});

it('what DigiLocker may add, and the year of birth in the API page’s example, are sent', () => {
	const more = { year_of_birth: 1991, care_of_type: 'D/O' };
	expect(read({ ...sent, ...more })).toEqual({ ...sent, ...more });
	const answer = { ...document, care_of_type: 'D/O' };
	expect(read(answer, '2025-05-07T15:04:05')).toEqual({ ...sent, care_of_type: 'D/O' });
});

it('what names no Aadhaar detail is not sent, in whatever JSON', () => {
	const more = { uid: '1', landmark: 'a', reference_id: 2, verification_id: 'b' };
	const json = { ...sent, ...more, split_address: { ...address, ...more } };
	expect(read(json)).toEqual(sent);
});

it('the time of the last verification in the JSON goes before the field', () => {
	expect(read({ ...document, last_verified_at }, '2020-01-01')?.last_verified_at).toBe(
		last_verified_at,
	);
	expect(read({ ...document, last_verified_at }, 'no time')).toEqual(sent);
});

it('without that time, the field to fill in is named', () => {
	expect(refused(() => read(document))).toEqual({
		field: 'Aadhaar Details (JSON): last_verified_at',
		what: 'is empty',
		rule: "Fill in 'Aadhaar Last Verified At', or add last_verified_at to the JSON.",
	});
	expect(refused(() => read(document, '7 May')).field).toBe('Aadhaar Last Verified At');
});

it.each(['/9j/4AAQSkZJRgABAgAA', `iVBORw0KGgo${'A'.repeat(5000)}`])(
	'a picture in place of its link is refused by what it is, and not quoted',
	(photo_link) => {
		const { what, rule } = refused(() => read({ ...document, photo_link }, '2025-05-07'));
		expect(what).toBe('contains the picture itself, not a link to it');
		expect(rule).not.toContain(photo_link);
	},
);
