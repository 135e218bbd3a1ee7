import { errorOf, outputOf } from '../../local/n8n/execution';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { cashfree, runNode } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
	await run({ resource: 'videoKyc', operation: 'initiate', verificationId: 'known', ...person });
});

afterAll(async () => await instance?.stop());

const person = { phone: '+91 99887 76655', userDetails: { name: 'Asha Rao' } };
const named = { identifyUserBy: 'userId', userId: 'known' };

async function run(parameters: object) {
	const execution = await runNode(instance, cashfree(parameters));
	expect(errorOf(execution)).toBeUndefined();
	return outputOf(execution);
}

interface Expected {
	fields: object;
	full: object;
	simplified: object;
	selected: object;
	select: string;
	masked: object;
}

/** Each operation: what is filled in, and what each form of its output holds. */
const operations: Record<string, Expected> = {
	'videoKyc/initiate': {
		fields: { verificationId: 'loan-1', ...person },
		full: { verification_id: 'loan-1', status: 'RECEIVED', user: { name: 'Asha Rao' } },
		simplified: { verification_id: 'loan-1', sub_status: 'LINK_GENERATED', user_id: 'loan-1' },
		selected: { user_name: 'Asha Rao' },
		select: 'user.name',
		masked: { user: { name: 'A. R.', phone: expect.stringMatching(/^\*+55$/) } },
	},
	'videoKyc/getStatus': {
		fields: { verificationId: 'known' },
		full: { verification_id: 'known', recording_link: null, explanation: expect.any(String) },
		simplified: { verification_id: 'known', explanation: expect.any(String) },
		selected: { status: 'RECEIVED', sub_status: 'LINK_GENERATED' },
		select: 'status, sub_status',
		masked: { verification_id: 'known' },
	},
	'videoKyc/createSdkToken': {
		fields: { appId: 'lending', referenceId: '1358', identifierValue: 'known' },
		full: { access_token: expect.any(String) },
		simplified: { access_token: expect.any(String) },
		selected: { access_token: expect.any(String) },
		select: 'access_token',
		masked: { access_token: expect.any(String) },
	},
	'user/createOrGet': {
		fields: { newUserId: 'lead-1', ...person },
		full: { user_id: 'lead-1', phone: expect.stringContaining('9988776655') },
		simplified: { user_id: 'lead-1', name: 'Asha Rao' },
		selected: { name: 'Asha Rao' },
		select: 'name',
		masked: { user_id: 'lead-1', name: 'A. R.' },
	},
	'user/create': {
		fields: { ...person },
		full: { user_reference_id: expect.any(Number), name: 'Asha Rao' },
		simplified: { user_reference_id: expect.any(Number), email: null },
		selected: { name: 'Asha Rao' },
		select: 'name',
		masked: { name: 'A. R.' },
	},
	'user/get': {
		fields: named,
		full: { user_id: 'known', name: 'Asha Rao' },
		simplified: { user_id: 'known', name: 'Asha Rao' },
		selected: { user_id: 'known' },
		select: 'user_id',
		masked: { user_id: 'known', name: 'A. R.' },
	},
	'user/update': {
		fields: { ...named, userDetails: { name: 'Asha Rao', email: 'asha@example.com' } },
		full: { user_id: 'known', email: 'asha@example.com' },
		simplified: { user_id: 'known', email: 'asha@example.com' },
		selected: { email: 'asha@example.com' },
		select: 'email',
		masked: { user_id: 'known', email: 'a***@example.com' },
	},
};

describe.each(Object.entries(operations))('%s gives', (name, expected) => {
	const [resource, operation] = name.split('/');
	const { fields, full, simplified, selected, select, masked } = expected;
	const outputWith = async (form: object) => {
		const [item = {}, ...others] = await run({ resource, operation, ...fields, ...form });
		expect(others).toEqual([]);
		return item;
	};

	it('the full response', async () => {
		expect(await outputWith({})).toMatchObject(full);
	});

	it('at most ten fields side by side, simplified', async () => {
		const item = await outputWith({ output: 'simplified' });
		expect(item).toMatchObject(simplified);
		expect(Object.keys(item).length).toBeLessThanOrEqual(10);
		const nested = Object.values(item).filter(
			(value) => typeof value === 'object' && value !== null,
		);
		expect(nested).toEqual([]);
	});

	it('the selected fields and no others', async () => {
		const form = { output: 'selected', outputFields: select };
		expect(await outputWith(form)).toEqual(selected);
	});

	it('masks in place of personal data', async () => {
		expect(await outputWith({ options: { maskPersonalData: true } })).toMatchObject(masked);
	});
});
