import { aadhaar, aadhaarFields, byPhone, useCashfree } from '../support/vkyc';

const { cashfree, run } = useCashfree();

const user = {
	phone: '={{ $json.phone }}',
	newUserId: '={{ $json.id }}',
	userDetails: { name: 'Asha Rao', email: 'asha@example.com', address: '12 MG Road' },
};
const question = { question: 'Instrument?', answer: 'Xylophone' };
const initiate = {
	...{ ...byPhone, ...user, ...aadhaarFields },
	securityQuestions: { question: [question] },
};
const operations = {
	'user create': { ...user, resource: 'user', operation: 'create', newUserId: 'lead-2' },
	'user createOrGet': { ...user, resource: 'user', operation: 'createOrGet' },
	'user get': { resource: 'user', operation: 'get', userId: '={{ $json.id }}' },
	'user update': {
		...{ resource: 'user', operation: 'update', userId: '={{ $json.id }}' },
		userDetails: { name: 'Asha Rao' },
	},
	'videoKyc initiate': initiate,
	'videoKyc getStatus': {
		...{ resource: 'videoKyc', operation: 'getStatus', verificationId: '={{ $json.id }}' },
	},
	'videoKyc createSdkToken': {
		...{ resource: 'videoKyc', operation: 'createSdkToken', appId: 'app', vkycRequestId: '7' },
		identifierValue: '={{ $json.phone }}',
	},
};
const names = Object.keys(operations) as Array<keyof typeof operations>;
const items = [{ id: 'lead-1', phone: '9988776655', aadhaar }];

const outputOf = async (name: keyof typeof operations, options: object = {}) => {
	const { json, error } = await run({ ...operations[name], options: { ...options } }, { items });
	expect(error).toBeUndefined();
	return json[0];
};

beforeEach(async () => {
	await run(initiate, { items });
	const recording_link = 'https://recordings.example.com/call.mp4';
	const remarks = { agent_remarks: 'Spoke with Zoravar', auditor_remarks: 'Looks like Zoravar' };
	cashfree.move('lead-1', {
		status: 'DONE',
		sub_status: 'USER_QUEUED',
		recording_link,
		...remarks,
	});
});

const userFields = ['user_id', 'user_reference_id', 'name', 'phone', 'email', 'address'];
const linkFields = ['verification_id', 'status', 'sub_status', 'vkyc_link', 'link_expiry'];
const simplified: Record<keyof typeof operations, string[]> = {
	'user create': userFields,
	'user createOrGet': userFields,
	'user get': userFields,
	'user update': userFields,
	'videoKyc initiate': [...linkFields, 'user_id', 'reference_id', 'user_reference_id'],
	'videoKyc getStatus': [
		...['verification_id', 'status', 'sub_status', 'explanation', 'meeting_schedule'],
		...['recording_link', 'vkyc_link', 'link_expiry', 'user_id', 'reference_id'],
	],
	'videoKyc createSdkToken': ['access_token', 'expiry', 'expires_at'],
};

describe('Simplified', () => {
	it.each(names)('hands on the most useful fields of %s, flat', async (name) => {
		const full = await outputOf(name);
		const flat = await outputOf(name === 'user create' ? 'user get' : name, {
			output: 'simplified',
		});
		expect(Object.keys(flat)).toEqual(simplified[name]);
		expect(simplified[name].length).toBeLessThanOrEqual(10);
		for (const [key, value] of Object.entries(flat)) {
			expect(typeof value === 'object' && value !== null).toBe(false);
			if (!['access_token', 'user_id', 'user_reference_id'].includes(key)) {
				expect(value).toEqual(full[key] ?? null);
			}
		}
	});
});

describe('Selected Fields', () => {
	it('reach into nested fields, and into the user of Initiate', async () => {
		const outputFields = 'vkyc_link, aadhaar_details.split_address.state, user.phone, nothing';
		expect(await outputOf('videoKyc initiate', { output: 'selected', outputFields })).toEqual({
			vkyc_link: cashfree.verifications.get('lead-1')?.vkyc_link,
			aadhaar_details_split_address_state: null,
			user_phone: '9988776655',
			nothing: null,
		});
	});

	it.each(names)('may be none but one of %s', async (name) => {
		const options = { output: 'selected', outputFields: '={{ ["user_id"] }}' };
		expect(Object.keys(await outputOf(name, options))).toEqual(['user_id']);
	});
});
