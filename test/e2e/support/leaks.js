/** Invented personal details, each long enough to be found wherever it stands. */
const aadhaar = {
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

const question = { question: 'What was the name of your first pet?', answer: 'Oglethorpe the cat' };

/** Says nothing about one person. */
const harmless = new Set(['fields', 'F', '2025-05-07T15:04:05Z', 'Karnataka', 'India']);

/** Values that may not stand in a message, a record of a failed request, or a log. */
const personal = [
	...Object.values(aadhaar).filter((value) => !harmless.has(value)),
	...['1963-11-17', question.answer],
];

/**
 * @param {import('../../../local/cashfree').Cashfree} cashfree
 * @returns {string[]} values of the credential that may stand nowhere outside it
 */
const secretsOf = ({ clientSecret, publicKey }) => [clientSecret, publicKey.split('\n')[2]];

/**
 * @param {unknown} where anything that n8n stored or printed
 * @param {string[]} values
 * @returns {string[]} those of the values that stand there
 */
function foundIn(where, values) {
	const text = typeof where === 'string' ? where : JSON.stringify(where);
	return values.filter((value) => text.includes(value));
}

module.exports = { aadhaar, foundIn, personal, question, secretsOf };
