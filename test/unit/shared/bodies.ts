import type { IDataObject } from 'n8n-workflow';

/** A response to an initiated verification, with each field of the API page; the person is invented. */
export const initiated: IDataObject = {
	verification_id: 'lead-1042',
	reference_id: 1358,
	user_reference_id: 11174,
	user_id: 'user-1042',
	status: 'RECEIVED',
	sub_status: 'LINK_GENERATED',
	vkyc_link: 'https://forms.cashfree.example/verification/s7ml5i0',
	link_expiry: '2026-02-02T00:00:00.000Z',
	aadhaar_details: {
		last_verified_at: '2026-01-06 15:04:05',
		care_of: 'S/O: Ravi Kulkarni',
		dob: '14-07-1991',
		gender: 'F',
		name: 'Asha Ravi Kulkarni',
		address_details: {
			country: 'India',
			dist: 'Haveri',
			house: 'Neem House',
			pincode: 581115,
			po: 'Byadgi',
			state: 'Karnataka',
			street: 'Temple Street 4th Cross',
			subdist: 'Hirekerur',
			vtc: 'Rattihalli',
		},
		photo_link: 'https://photos.merchant.example/asha-kulkarni.jpg?sig=5f1c',
	},
	security_questions: [
		{ order: 1, question: 'What was the name of your school?', answer: 'Vidya Mandir' },
		{ order: 2, question: 'What is your salary?', answer: '1000000' },
	],
	auditor_remarks: null,
	agent_remarks: 'PAN card was not legible',
};

export const user: IDataObject = {
	user_reference_id: 11174,
	user_id: 'user-1042',
	phone: '9988776655',
	email: 'asha.kulkarni@mail.example',
	name: 'Asha Kulkarni',
	address: '12 Temple Street, Haveri',
};

/** All values in a JSON value that are neither object nor array, as text. */
export const leavesOf = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.values(value).flatMap(leavesOf)
		: [String(value)];
