/** An invented person, in the fields of the form and as the API wants it. */
export const form = {
	aadhaarDetails: 'fields',
	aadhaarName: 'Asha Ravi Kulkarni',
	aadhaarDateOfBirth: '1991-07-14T00:00:00',
	aadhaarGender: 'F',
	aadhaarCareOf: 'D/O: Ravi Kulkarni',
	aadhaarLastVerifiedAt: '2025-05-07T15:04:05',
	aadhaarPhotoLink: 'https://photos.merchant.example/asha.jpg?sig=5f1c',
	aadhaarHouse: 'Neem House',
	aadhaarStreet: 'Temple Street 4th Cross',
	aadhaarPostOffice: 'Byadgi',
	aadhaarVtc: 'Rattihalli',
	aadhaarSubdistrict: 'Hirekerur',
	aadhaarDistrict: 'Haveri',
	aadhaarState: 'Karnataka',
	aadhaarPinCode: '581 115',
	aadhaarCountry: 'India',
};

/** In a workflow whose time zone is India's */
export const sent = {
	name: 'Asha Ravi Kulkarni',
	dob: '14-07-1991',
	gender: 'F',
	care_of: 'D/O: Ravi Kulkarni',
	last_verified_at: '2025-05-07T09:34:05Z',
	photo_link: 'https://photos.merchant.example/asha.jpg?sig=5f1c',
	split_address: {
		house: 'Neem House',
		street: 'Temple Street 4th Cross',
		po: 'Byadgi',
		vtc: 'Rattihalli',
		subdist: 'Hirekerur',
		dist: 'Haveri',
		state: 'Karnataka',
		pincode: 581115,
		country: 'India',
	},
};

/** The same without one key, in the address or beside it. */
export const sentWithout = (gone: string): typeof sent =>
	JSON.parse(JSON.stringify(sent), (key, value) => (key === gone ? undefined : value));

/** The keys that the API page requires, and the labels of their fields. */
export const required: Array<[parameter: keyof typeof form, label: string, key: string]> = [
	['aadhaarName', 'Aadhaar Name', 'name'],
	['aadhaarDateOfBirth', 'Aadhaar Date of Birth', 'dob'],
	['aadhaarGender', 'Aadhaar Gender', 'gender'],
	['aadhaarCareOf', 'Aadhaar Care Of', 'care_of'],
	['aadhaarLastVerifiedAt', 'Aadhaar Last Verified At', 'last_verified_at'],
	['aadhaarPhotoLink', 'Aadhaar Photo Link', 'photo_link'],
	['aadhaarHouse', 'Address House', 'house'],
	['aadhaarStreet', 'Address Street', 'street'],
	['aadhaarDistrict', 'Address District', 'dist'],
	['aadhaarState', 'Address State', 'state'],
	['aadhaarPinCode', 'Address PIN Code', 'pincode'],
	['aadhaarCountry', 'Address Country', 'country'],
];

export const optional: typeof required = [
	['aadhaarPostOffice', 'Address Post Office', 'po'],
	['aadhaarVtc', 'Address Village, Town or City', 'vtc'],
	['aadhaarSubdistrict', 'Address Subdistrict', 'subdist'],
];
