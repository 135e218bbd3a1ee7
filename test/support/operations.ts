import type { IDataObject } from 'n8n-workflow';
import { aadhaar, aadhaarFields, byPhone } from './vkyc';
import type { useCashfree } from './vkyc';

/** An invented person, who is in no other test. */
export const person = {
	name: 'Zoravar Testperson',
	email: 'zoravar@mail.example',
	address: 'Umbrella Lane 17',
	phone: '9988776655',
	answer: 'Xylophone of my aunt',
};

/** The item that `operations` take their values from. */
const item = { id: 'lead-1', ...person, aadhaar };

const userDetails = {
	name: '={{ $json.name }}',
	email: '={{ $json.email }}',
	address: '={{ $json.address }}',
};
const newUser = { phone: '={{ $json.phone }}', newUserId: '={{ $json.id }}', userDetails };
const create = { resource: 'user', operation: 'create', ...newUser };
const initiate = {
	...byPhone,
	...newUser,
	...aadhaarFields,
	securityQuestions: { question: [{ question: 'Instrument?', answer: '={{ $json.answer }}' }] },
};

const userFields = ['user_id', 'user_reference_id', 'name', 'phone', 'email', 'address'];

/**
 * Each operation, by resource and operation: parameters that fill in all of its fields, those of the
 * run that has to be before, and the fields of its output as *Simplified*.
 */
const operations = {
	'user/create': { parameters: create, simplified: userFields },
	'user/createOrGet': {
		parameters: { ...create, operation: 'createOrGet' },
		simplified: userFields,
	},
	'user/get': {
		before: create,
		parameters: { resource: 'user', operation: 'get', userId: '={{ $json.id }}' },
		simplified: userFields,
	},
	'user/update': {
		before: { ...create, userDetails: {} },
		parameters: { resource: 'user', operation: 'update', userId: '={{ $json.id }}', userDetails },
		simplified: userFields,
	},
	'videoKyc/createSdkToken': {
		parameters: {
			resource: 'videoKyc',
			operation: 'createSdkToken',
			appId: 'lending-app',
			referenceId: '249749',
			identifierValue: '={{ $json.id }}',
		},
		simplified: ['access_token', 'expiry', 'expires_at'],
	},
	'videoKyc/getRecording': {
		before: initiate,
		isRecorded: true,
		parameters: {
			resource: 'videoKyc',
			operation: 'getRecording',
			verificationId: '={{ $json.id }}',
		},
		simplified: [
			...['status', 'sub_status', 'outcome', 'verification_id', 'user_id', 'reference_id'],
			...['recording_file_name', 'recording_bytes', 'recording_sha256'],
			'recording_downloaded_at',
		],
	},
	'videoKyc/getStatus': {
		before: initiate,
		parameters: {
			resource: 'videoKyc',
			operation: 'getStatus',
			verificationId: '={{ $json.id }}',
		},
		simplified: [
			...['vkyc_link', 'status', 'sub_status', 'explanation', 'outcome', 'link_expiry'],
			...['verification_id', 'user_id', 'meeting_schedule', 'recording_link'],
		],
	},
	'videoKyc/initiate': {
		parameters: initiate,
		simplified: [
			...['vkyc_link', 'status', 'sub_status', 'created', 'outcome', 'link_expiry'],
			...['verification_id', 'user_id', 'reference_id', 'user_reference_id'],
		],
	},
};

export type OperationName = keyof typeof operations;

interface Setup {
	parameters: IDataObject;
	before?: IDataObject;
	/** Whether there has to be a recording */
	isRecorded?: boolean;
}

export const operationNames = Object.keys(operations) as OperationName[];

/** Where a verification may be near its end, with all that an agent and an auditor leave. */
const reviewed = {
	status: 'PRE_VIDEO_CALL',
	sub_status: 'USER_MEETING_SCHEDULED',
	recording_link: 'https://recordings.cashfree.example/zoravar.mp4',
	meeting_schedule: '2025-07-09T14:50:00.000Z',
	agent_remarks: 'Spoke with Zoravar Testperson',
	auditor_remarks: 'Zoravar Testperson looks genuine',
};

/** Without what an operation need not be given. */
function least(parameters: IDataObject): IDataObject {
	const details = parameters.operation === 'update' ? parameters.userDetails : {};
	return { ...parameters, userDetails: details, aadhaarDetails: 'none', securityQuestions: {} };
}

/**
 * Runs an operation in a world in which it succeeds.
 *
 * @param cashfree as new
 * @param form the fields that say what is put out, such as 'Output' and the 'Options'
 * @param amount whether all of its fields are filled in, and Cashfree has all
 *   to tell that it may have, or only what must be
 * @returns the JSON of the one item put out
 * @throws where the operation failed
 */
export async function outputOf(
	{ cashfree, run }: ReturnType<typeof useCashfree>,
	name: OperationName,
	form: IDataObject = {},
	amount: 'most' | 'least' = 'most',
): Promise<IDataObject> {
	const fill = amount === 'most' ? (all: IDataObject) => all : least;
	const { parameters, before, isRecorded = false }: Setup = operations[name];
	if (before) await run(fill(before), { items: [item] });
	if (isRecorded) cashfree.record(item.id, { size: 1000 });
	else if (amount === 'most' && cashfree.verifications.has(item.id)) {
		cashfree.move(item.id, reviewed);
	}
	const { json, error } = await run({ ...fill(parameters), ...form }, { items: [item] });
	if (error) throw error;
	return json[0] ?? {};
}

export const simplifiedOf = (name: OperationName) => operations[name].simplified;
