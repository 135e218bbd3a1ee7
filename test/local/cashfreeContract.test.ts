import * as fc from 'fast-check';
import { checkBody } from '../../local/cashfree/contract';
import { fullBody } from '../support/cashfreeClient';

const seed = Date.now() % 2 ** 31;
const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,50}$/);
const text = fc.string({ minLength: 1 });

const address = fc.record(
	{
		country: text,
		dist: text,
		house: text,
		pincode: fc.integer({ min: 100000, max: 999999 }),
		po: text,
		state: text,
		street: text,
		subdist: text,
		vtc: text,
	},
	{ requiredKeys: ['country', 'state', 'dist', 'pincode', 'house', 'street'] },
);
const day = fc
	.date({ min: new Date('1900-01-01'), max: new Date('2025-01-01'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10).split('-').reverse().join('-'));
const initiateBody = fc
	.record(
		{
			verification_id: id,
			user_id: id,
			user_template: text,
			agent_template: text,
			notification_types: fc.array(fc.constantFrom('sms', 'whatsapp', 'email')),
			aadhaar_details: fc.record({
				last_verified_at: fc.constant('2025-05-07T15:04:05Z'),
				care_of: text,
				dob: day,
				gender: fc.constantFrom('M', 'F', 'O'),
				name: text,
				split_address: address,
				photo_link: fc.webUrl(),
			}),
			security_questions: fc.array(
				fc.record({ order: fc.integer({ min: 1 }), question: text, answer: text }),
			),
		},
		{ requiredKeys: ['verification_id', 'user_id'] },
	)
	.map((body) => structuredClone(body));

it(`accepts every body that the page describes (seed ${seed})`, () => {
	fc.assert(
		fc.property(initiateBody, (body) => {
			expect(checkBody('POST /vkyc', body)).toEqual([]);
		}),
		{ seed },
	);
});

it(`refuses a field that the page does not know, wherever it stands (seed ${seed})`, () => {
	const place = fc.constantFrom('', 'aadhaar_details', 'aadhaar_details.split_address');
	fc.assert(
		fc.property(place, fc.constantFrom('extra', 'Name', 'pin_code'), (path, name) => {
			const body = fullBody();
			const parts: Record<string, object> = {
				'': body,
				aadhaar_details: body.aadhaar_details,
				'aadhaar_details.split_address': body.aadhaar_details.split_address,
			};
			Object.assign(parts[path]!, { [name]: 'x' });
			const field = path ? `${path}.${name}` : name;
			expect(checkBody('POST /vkyc', body)).toMatchObject([{ field }]);
			expect(checkBody('POST /vkyc', body, [field])).toEqual([]);
		}),
		{ seed },
	);
});

it.each(['name', 'dob', 'gender', 'care_of', 'last_verified_at', 'photo_link'])(
	'wants %s in the Aadhaar details',
	(name) => {
		const body = fullBody();
		Reflect.deleteProperty(body.aadhaar_details, name);
		const missing = { field: `aadhaar_details.${name}`, keyword: 'required' };
		expect(checkBody('POST /vkyc', body)).toMatchObject([missing]);
	},
);

it('takes the address under either of the two names on the page', () => {
	const { aadhaar_details: aadhaar, ...body } = fullBody();
	const { split_address: place, ...rest } = aadhaar;
	const either = { ...body, aadhaar_details: { ...rest, address_details: place } };
	expect(checkBody('POST /vkyc', either)).toEqual([]);
});

it.each([
	['a PIN code that is text', { pincode: '581115' }],
	['a PIN code of five digits', { pincode: 58111 }],
	['no state', { state: undefined }],
])('refuses an address with %s', (_name, changes) => {
	const body = fullBody();
	Object.assign(body.aadhaar_details.split_address, changes);
	const plain: unknown = JSON.parse(JSON.stringify(body));
	expect(checkBody('POST /vkyc', plain)).toHaveLength(1);
});

it.each([
	['SMS in upper case', { notification_types: ['SMS'] }],
	['one notification type that is no list', { notification_types: 'sms' }],
	['a user reference ID that is text', { user_reference_id: '1358' }],
	['a question without its order', { security_questions: [{ question: 'q', answer: 'a' }] }],
	['null for a template', { user_template: null }],
])('refuses %s', (_name, changes) => {
	expect(checkBody('POST /vkyc', { ...fullBody(), ...changes })).not.toEqual([]);
});

it.each(['POST /vkyc', 'POST /user', 'PATCH /user', 'POST /oauth/token'])(
	'refuses for %s what is no object',
	(operation) => {
		for (const body of [null, undefined, [], 'text', 1]) {
			expect(checkBody(operation, body)).not.toEqual([]);
		}
	},
);
