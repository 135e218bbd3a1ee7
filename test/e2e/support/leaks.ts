import type { Cashfree } from '../../../local/cashfree';

/** Invented personal details, each long enough to be found wherever it stands. */
export const aadhaar = {
	aadhaarDetails: 'fields',
	aadhaarName: 'Zubeida Quillarney',
	aadhaarDateOfBirth: '17-11-1963',
	aadhaarGender: 'F',
	aadhaarCareOf: 'D/O: Wenceslas Quillarney',
	aadhaarLastVerifiedAt: '2025-05-07T15:04:05Z',
	aadhaarPhotoLink: 'https://photos.example.com/zubeida-9f31.jpg',
	aadhaarHouse: 'Kestrel Bungalow 417',
	aadhaarStreet: 'Umberwell Street',
	aadhaarVtc: 'Thornaby Khurd',
	aadhaarPostOffice: 'Thornaby Gate',
	aadhaarSubdistrict: 'Lower Quarmby',
	aadhaarDistrict: 'Quarmby District',
	aadhaarState: 'Karnataka',
	aadhaarPinCode: '581947',
	aadhaarCountry: 'India',
};

export const question = {
	question: 'What was the name of your first pet?',
	answer: 'Oglethorpe the cat',
};

/** Says nothing about one person. */
const harmless = new Set(['fields', 'F', '2025-05-07T15:04:05Z', 'Karnataka', 'India']);

/** Values that may not stand in a message, a record of a failed request, or a log. */
export const personal = [
	...Object.values(aadhaar).filter((value) => !harmless.has(value)),
	...['1963-11-17', question.answer],
];

/** @returns values of the credential that may stand nowhere outside it */
export const secretsOf = ({ clientSecret, publicKey }: Cashfree): string[] => [
	clientSecret,
	publicKey.split('\n')[2] ?? publicKey,
];

/**
 * @param where anything that n8n stored or printed
 * @returns those of the values that stand there
 */
export function foundIn(where: unknown, values: string[]): string[] {
	const text = typeof where === 'string' ? where : JSON.stringify(where);
	return values.filter((value) => text.includes(value));
}
