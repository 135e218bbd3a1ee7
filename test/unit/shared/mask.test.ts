import { maskPersonalData } from '../../../nodes/shared/mask';
import { initiated, user } from './bodies';

describe('masking personal data', () => {
	it('masks each Aadhaar detail, answer and remark of a verification and keeps the rest', () => {
		expect(maskPersonalData(initiated)).toEqual({
			...initiated,
			aadhaar_details: {
				last_verified_at: '2026-01-06 15:04:05',
				care_of: 'S. R. K.',
				dob: '**-**-1991',
				gender: '***',
				name: 'A. R. K.',
				address_details: {
					country: '***',
					dist: '***',
					house: '***',
					pincode: '581***',
					po: '***',
					state: '***',
					street: '***',
					subdist: '***',
					vtc: '***',
				},
				photo_link: 'https://***',
			},
			security_questions: [
				{ order: 1, question: 'What was the name of your school?', answer: '***' },
				{ order: 2, question: 'What is your salary?', answer: '***' },
			],
			agent_remarks: '***',
		});
	});

	it('masks a user, alone and beside a verification', () => {
		const masked = {
			user_reference_id: 11174,
			user_id: 'user-1042',
			phone: '********55',
			email: 'a***@mail.example',
			name: 'A. K.',
			address: '***',
		};
		expect(maskPersonalData(user)).toEqual(masked);
		expect(maskPersonalData({ status: 'RECEIVED', user })).toEqual({
			status: 'RECEIVED',
			user: masked,
		});
	});

	it('masks the recording link in an event, of Secure ID and of PPI', () => {
		const data = {
			status: 'POST_VIDEO_CALL',
			recording_link: 'https://bucket.storage.example/a.mp4?X-Amz-Signature=73f9',
			meeting_schedule: '',
		};
		const event = { event_type: 'VKYC_USER_CALL_COMPLETED', version: 'v1', data };
		const masked = { ...data, recording_link: 'https://***' };
		expect(maskPersonalData(event)).toEqual({ ...event, data: masked });

		const ppi = { event_type: event.event_type, data: { cf_verification_id: 'CF77', ...data } };
		expect(maskPersonalData(ppi).data).toEqual({ cf_verification_id: 'CF77', ...masked });
	});

	it.each([
		['dob', '02-02-1995', '**-**-1995'],
		['dob', '2/2/1995', '**/**/1995'],
		['dob', '1995-02-02', '1995-**-**'],
		['dob', '1995-02-02T00:00:00.000Z', '1995-**-**'],
		['dob', 'second of February 1995', '***'],
		['dob', '1995', '***'],
		['pincode', 581115, '581***'],
		['pincode', '581115', '581***'],
		['pincode', '58111', '***'],
		['phone', '+91 99887 76655', '+** ***** ***55'],
		['phone', 9988776655, '********55'],
		['phone', '12345', '***'],
		['phone', '9988776655 (Asha)', '***'],
		['email', 'a@b@mail.example', 'a***@mail.example'],
		['email', 'asha.mail.example', '***'],
		['name', "Asha O'Neill", 'A. O.'],
		['name', 'आशा कुलकर्णी', 'आ. क.'],
		['name', '1042', '***'],
		['photo_link', '<link to the photo>', '***'],
		['last_verified_at', 'by Asha Kulkarni', '***'],
		['answer', 5, '***'],
		['answer', true, '***'],
	])('masks %s %j as %j', (key, value, masked) => {
		expect(maskPersonalData({ [key]: value })).toEqual({ [key]: masked });
	});

	it('masks what it does not know inside Aadhaar details, an address or a name', () => {
		const body = {
			aadhaar_details: { year_of_birth: 1991, verified: true, parents: [{ mother: 'Uma' }] },
			address: { landmark: 'Old well', pincode: 581115 },
			name: { first: 'Asha', last: 'Kulkarni' },
		};
		expect(maskPersonalData(body)).toEqual({
			aadhaar_details: { year_of_birth: '***', verified: '***', parents: [{ mother: '***' }] },
			address: { landmark: '***', pincode: '581***' },
			name: { first: 'A.', last: 'K.' },
		});
	});

	it('masks the parts of Aadhaar details also where they stand outside that block', () => {
		const split_address = { state: 'Karnataka' };
		const address_details = { vtc: 'Rattihalli' };
		expect(maskPersonalData({ gender: 'F', split_address, address_details })).toEqual({
			gender: '***',
			split_address: { state: '***' },
			address_details: { vtc: '***' },
		});
	});

	it('passes fields it does not know elsewhere', () => {
		const body = {
			score: 0.9,
			added: { later: ['x'], none: null },
			vkyc_link: 'https://a.example/b',
		};
		expect(maskPersonalData(body)).toEqual(body);
	});

	it('leaves null and the empty text as they are', () => {
		const body = {
			agent_remarks: null,
			recording_link: '',
			aadhaar_details: { name: '', dob: null },
		};
		expect(maskPersonalData(body)).toEqual(body);
	});

	it('masks what stands 100,000 levels deep', () => {
		const levels = 50_000;
		const deep = JSON.parse(`${'{"a":['.repeat(levels)}{"dob":"02-02-1995"}${']}'.repeat(levels)}`);
		let masked: unknown = maskPersonalData(deep);
		for (let level = 0; level < levels; level++) [masked] = (masked as { a: unknown[] }).a;
		expect(masked).toEqual({ dob: '**-**-1995' });
	});
});
