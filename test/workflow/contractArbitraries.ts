import fc from 'fast-check';
import { aadhaar, aadhaarFields, byPhone, byReference, byUserId } from '../support/vkyc';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const idForm = fc.stringMatching(/^[A-Za-z0-9._-]{1,50}$/);
const id = [idForm, 'a'.repeat(50), 'a'.repeat(51), 'a b', 2 ** 53, 1e21, -1, '', 'é', '\n'];
const blank = ['', ' ', '\u0000', '\ud800', '\u200b', null];
const text = [words, ...blank, 7, 1e21, true, {}, ['a'], 'a'.repeat(5000)];
const days = ['28-02-1995', '1995-02-28', '1995-02-28T00:00:00+05:30', '1995-02-27T18:30:00.000Z'];
const noDays = ['', '30-02-2024', '1995-02-28T24:00:00', '00-00-0000', '12/31/1995', 795916800000];
const phoneForm = fc.stringMatching(/^(\+91 ?|0)?[6-9]\d{4}[ -]?\d{5}$/);
const links = fc.webUrl({ validSchemes: ['https'], withQueryParameters: true });

/** By the item's field, first what builders have there (an arbitrary), then values at the edge */
const values: Record<string, Array<fc.Arbitrary<unknown> | unknown>> = {
	id,
	user: id,
	reference: [
		fc.nat(),
		...['1358', 2 ** 53 - 1, 2 ** 53, '9223372036854775807', 0, -0, -1, 1.5, '0x10', '1e3'],
	],
	phone: [phoneForm, 9988776655, '+91', '5988776655', '९९८८७७६६५५', '9988776655\n', '99887766551'],
	template: text,
	channels: [
		fc.subarray(['sms', 'whatsapp', 'email']),
		...['SMS,,email', 'sms;email', [['sms']], [null], {}],
	],
	details: [
		fc.record({ name: words, email: fc.emailAddress(), address: words }, { requiredKeys: [] }),
		...[null, {}, [], 'Asha', { name: null }, { email: '@' }, { phone: '9988776655' }],
	],
	question: text,
	answer: text,
	name: text,
	dob: [fc.constantFrom(...days), ...noDays, '29-02-2024', '2999-01-01', '0001-01-01'],
	gender: [fc.constantFrom('M', 'F', 'O', 'male'), 'X', 'constructor', '__proto__', 'MALE', 0],
	care_of: text,
	last_verified_at: [
		fc.constantFrom('2025-05-07T15:04:05.678+05:30', '2025-05-07 15:04:05', '07-05-2025'),
		...[...noDays, '0000-01-01T00:00:00+05:30', '9999-12-31T23:59:59-10:00', '0000-12-31'],
		...[
			'1995-02-28',
			'2025-05-07T15:04:60Z',
			'2025-05-07T15:04:05+99:99',
			'2025-05-07 15:04',
			'2999-01-01',
		],
	],
	photo_link: [
		links,
		...['https://', 'https://exämple.in/ö', 'https://a.in/[x]|{y}', 'https://u:p@a.in/\\'],
		...['https://a.in/%', 'https://a.in/a#b#c', 'HTTPS://A.IN', 'https:a.in', 'https://[::1]/'],
		...['https://a.in/^`"<>', 'https://a.in:99999', 'https://a.in/\u200b', ' https://a.in/ '],
	],
	place: text,
	pincode: [
		fc.integer({ min: 100_000, max: 999_999 }),
		...['560 001', '٥٨١١١٥', '099999', '1e5', 581115.5],
	],
};

/** Mostly what is usual; now and then an edge */
const mostly = ([usual, ...edges]: unknown[]) =>
	fc.oneof(
		{ weight: 40, arbitrary: usual as fc.Arbitrary<unknown> },
		{ weight: 1, arbitrary: fc.constantFrom(...edges) },
	);
const usual = Object.fromEntries(
	Object.entries(values).map(([field, list]) => [field, mostly(list)]),
);

const anyJson = fc
	.oneof(fc.string({ unit: 'binary' }), fc.anything({ maxDepth: 2, withBigInt: false }))
	.map((value): unknown => JSON.parse(JSON.stringify(value) ?? 'null'));

/** An item of values as `values` has them, of which one may hold anything at all. */
export const arbitraryItem = fc
	.tuple(
		fc.record(usual),
		fc.dictionary(fc.constantFrom(...Object.keys(values)), anyJson, { maxKeys: 1 }),
	)
	.map(([item, spoilt]) => ({ ...item, ...spoilt }));

const from = (field: string) => `={{ $json.${field} }}`;
const initiate = {
	userTemplate: from('template'),
	agentTemplate: from('template'),
	notificationTypes: from('channels'),
	securityQuestions: { question: [{ question: from('question'), answer: from('answer') }] },
};
const asFields = Object.fromEntries(
	Object.entries(aadhaarFields).map(([parameter, expression]) => {
		const key = /(\w+) }}$/.exec(expression)?.[1];
		if (key === undefined) return [parameter, expression];
		return [parameter, from(key in aadhaar || key === 'pincode' ? key : 'place')];
	}),
);
const keys = ['name', 'dob', 'gender', 'care_of', 'last_verified_at', 'photo_link'];
const aadhaarJson = `={{ ({
	${keys.map((key) => `${key}: $json.${key}`).join(', ')},
	split_address: { house: $json.name, street: $json.care_of, dist: $json.place,
		state: $json.question, pincode: $json.pincode, country: 'India', po: $json.answer },
	[$json.template]: $json.answer,
}) }}`;
const asJson = { aadhaarDetails: 'json', aadhaarJson };
const newUser = { phone: from('phone'), newUserId: from('user'), userDetails: from('details') };
const user = { resource: 'user', ...newUser };
const known = { resource: 'user', userId: from('user'), userReferenceId: from('reference') };
const reference = { identifyUserBy: 'userReferenceId' };
const status = { resource: 'videoKyc', operation: 'getStatus' };

/** The operations, each with all of its fields taken from the item. */
export const parameterSets = [
	{ ...byUserId, ...initiate },
	{ ...byUserId, ...initiate, ...asFields },
	{ ...byReference, ...initiate, ...asJson },
	{ ...byPhone, ...initiate, ...newUser, ...asFields },
	{ ...byPhone, ...newUser },
	{ ...user, operation: 'create' },
	{ ...user, operation: 'createOrGet' },
	{ ...known, operation: 'get' },
	{ ...known, ...reference, operation: 'get' },
	{ ...known, operation: 'update', userDetails: from('details') },
	{ ...known, ...reference, operation: 'update', userDetails: from('details') },
	{ ...status, verificationId: from('id') },
	{ ...status, identifyVerificationBy: 'referenceId', referenceId: from('reference') },
	{
		resource: 'videoKyc',
		operation: 'createSdkToken',
		appId: from('name'),
		referenceId: from('reference'),
		identifierType: 'mobile',
		identifierValue: from('answer'),
	},
];
