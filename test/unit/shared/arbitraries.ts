import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzÀÉéñ', 'आ', 'श', '李', '𐐷');
const name = fc
	.array(fc.string({ unit: letters, minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 4 })
	.map((words) => words.join(' '));
const digits = (count: number) =>
	fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const day = fc.tuple(fc.integer({ min: 1900, max: 2025 }), digits(2), digits(2));
const dob = fc.oneof(
	day.map(([year, month, date]) => `${date}-${month}-${year}`),
	day.map(([year, month, date]) => `${date}/${month}/${year}`),
	day.map(([year, month, date]) => `${year}-${month}-${date}`),
	day.map(([year, month, date]) => `${year}-${month}-${date}T00:00:00.000Z`),
);
/** Free text in marks that no mask uses: a part of it that shows can come from nowhere else. */
const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((words) => `«${words}»`);
const link = fc.oneof(fc.webUrl({ withQueryParameters: true }), text);
const phone = fc.oneof(
	digits(10),
	digits(10).map((number) => `+91 ${number.slice(0, 5)} ${number.slice(5)}`),
	digits(10).map((number) => Number(`9${number}`)),
	text,
);
const pincode = fc.oneof(fc.integer({ min: 100_000, max: 999_999 }), text);
/** Without asterisks: the mask of *@mail.example is that address itself and more asterisks. */
const email = fc.emailAddress().filter((value) => !value.includes('*'));
const address = fc.record({ country: text, house: text, pincode, state: text, landmark: text });

/** One value for each personal field there is, in the forms in which it may come. */
export const personalValues = fc.record({
	aadhaarName: name,
	careOf: name,
	dob,
	gender: text,
	address,
	photo: link,
	addedLater: fc.array(fc.record({ colour: text })),
	answers: fc.array(text),
	remarks: text,
	recording: link,
	phone,
	email: fc.oneof(email, text),
	name,
	userAddress: text,
});

export type PersonalValues = typeof personalValues extends fc.Arbitrary<infer T> ? T : never;

/** The values where Cashfree puts them, in the response of either API or in an event. */
export const bodyWith = (given: PersonalValues, block: string): IDataObject => ({
	verification_id: 'lead-1042',
	cf_verification_id: 'CF77',
	data: {
		status: 'PRE_VIDEO_CALL',
		aadhaar_details: {
			last_verified_at: '2026-01-06T15:04:05.000Z',
			name: given.aadhaarName,
			care_of: given.careOf,
			dob: given.dob,
			gender: given.gender,
			photo_link: given.photo,
			[block]: given.address,
			added_later: given.addedLater,
		},
		security_questions: given.answers.map((answer, index) => ({ order: index + 1, answer })),
		auditor_remarks: given.remarks,
		recording_link: given.recording,
	},
	user: {
		phone: given.phone,
		email: given.email,
		name: given.name,
		address: given.userAddress,
	},
});

const key = fc.oneof(
	fc.constantFrom('aadhaar_details', 'name', 'dob', 'pincode', 'phone', 'email', 'answer'),
	fc.constantFrom('address', 'recording_link', 'last_verified_at', '__proto__', 'constructor'),
	fc.string(),
);
const { json } = fc.letrec((tie) => ({
	json: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		fc.oneof(
			fc.string(),
			fc.double(),
			fc.boolean(),
			fc.constantFrom(null, '', undefined),
			dob,
			phone,
		),
		fc.array(tie('json'), { maxLength: 4 }),
		fc.dictionary(key, tie('json'), { maxKeys: 5 }),
	),
}));

/** Any JSON object, with personal and other keys in any place. */
export const anyBody = fc.dictionary(key, json) as fc.Arbitrary<IDataObject>;
