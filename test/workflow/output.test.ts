import type { IDataObject } from 'n8n-workflow';
import { operationNames, outputOf, person, simplifiedOf } from '../support/operations';
import type { OperationName } from '../support/operations';
import { useCashfree } from '../support/vkyc';

const context = useCashfree();
const output = async (name: OperationName, form: IDataObject) =>
	await outputOf(context, name, form);
const masked = { options: { maskPersonalData: true } };

const isNested = (value: unknown) => typeof value === 'object' && value !== null;

describe.each(operationNames)('%s', (name) => {
	it('puts out the most useful fields, flat and at most ten, as Simplified', async () => {
		const json = await output(name, { output: 'simplified' });
		expect(Object.keys(json)).toEqual(simplifiedOf(name));
		expect(Object.keys(json).length).toBeLessThanOrEqual(10);
		expect(Object.values(json).filter(isNested)).toEqual([]);
	});

	it('puts out Selected Fields, null where the answer has none', async () => {
		const [first, second] = simplifiedOf(name);
		const outputFields = ` ${first}, nothing.at.all ,${second}`;
		const json = await output(name, { output: 'selected', outputFields });
		expect(Object.keys(json)).toEqual([first, 'nothing_at_all', second]);
		expect(json).toMatchObject({
			[first!]: expect.anything(),
			nothing_at_all: null,
			[second!]: expect.anything(),
		});
	});

	it.each(['full', 'simplified'])('puts out nothing personal, masked (%s)', async (form) => {
		const json = JSON.stringify(await output(name, { output: form, ...masked }));
		const personal = [...Object.values(person), 'Zoravar', 'Quirin', '17-11-1988', '581115'];
		expect(personal.filter((value) => json.includes(value))).toEqual([]);
	});
});

it('the masks keep the shape of what they hide, and all keys', async () => {
	expect(await output('videoKyc/initiate', masked)).toMatchObject({
		verification_id: 'lead-1',
		vkyc_link: context.cashfree.verifications.get('lead-1')?.vkyc_link,
		aadhaar_details: {
			last_verified_at: '2025-05-07T15:04:05Z',
			care_of: 'S. Q. T.',
			dob: '**-**-1988',
			gender: '***',
			name: 'Z. T.',
			photo_link: 'https://***',
			split_address: { state: '***', pincode: '581***', country: '***', vtc: '***' },
		},
		security_questions: [{ order: 1, question: 'Instrument?', answer: '***' }],
		user: {
			user_id: 'lead-1',
			phone: '********55',
			email: 'z***@mail.example',
			name: 'Z. T.',
			address: '***',
		},
	});
});

it('masks what agents and auditors wrote, and the recording', async () => {
	expect(await output('videoKyc/getStatus', masked)).toMatchObject({
		recording_link: 'https://***',
		agent_remarks: '***',
		auditor_remarks: '***',
		sub_status: 'USER_MEETING_SCHEDULED',
		explanation: 'The call is scheduled; remind the user in time.',
	});
});

it('masks selected fields by where they came from', async () => {
	const form = {
		output: 'selected',
		outputFields: 'aadhaar_details.split_address.pincode, security_questions[0].answer, user.phone',
		options: { maskPersonalData: '={{ "true" }}' },
	};
	expect(await output('videoKyc/initiate', form)).toEqual({
		aadhaar_details_split_address_pincode: '581***',
		security_questions_0_answer: '***',
		user_phone: '********55',
	});
});

it('puts out Selected Fields that an expression names', async () => {
	const outputFields = '={{ ["user.email", "aadhaar_details.name"] }}';
	expect(await output('videoKyc/initiate', { output: 'selected', outputFields })).toEqual({
		user_email: person.email,
		aadhaar_details_name: person.name,
	});
});

it('begins with the link, as Simplified and as the full response of Initiate', async () => {
	for (const form of ['full', 'simplified']) {
		const [first, ...others] = Object.keys(await output('videoKyc/initiate', { output: form }));
		expect(first).toBe('vkyc_link');
		expect(others).not.toContain('vkyc_link');
	}
	expect(simplifiedOf('videoKyc/getStatus')[0]).toBe('vkyc_link');
});
