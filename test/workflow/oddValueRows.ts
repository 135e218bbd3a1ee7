import type { IDataObject } from 'n8n-workflow';
import { aadhaar, aadhaarFields } from '../support/vkyc';

/** What an expression gives where there is nothing; each counts as a field left empty. */
export const blanks = ['undefined', '$json.missing', 'null', "''", "' \\n'", '[]'];

/** What makes no sense in most fields; each is refused, except where the table says otherwise. */
export const odd = [
	...['0', '-1', 'false', 'true', 'NaN', 'Infinity', '1234567890123456789'],
	...['({})', '({ toString: 1 })', '[[]]', '[null]', "'null'", "'undefined'", "'[object Object]'"],
	...['new Date(0)', '$now', "'9'.repeat(100001)", "'a\\u0000b'", "'\\ud83d'", "'\\u200b'"],
];

/** The odd values that a field of a kind takes, and what it makes of them in the request. */
export const kinds = {
	text: { '0': '"0"', '-1': '"-1"' },
	unsent: { '0': '', '-1': '' },
	id: { '0': '"0"' },
	reference: {},
	formed: {},
	day: { 'new Date(0)': '"01-01-1970"' },
	time: { 'new Date(0)': '"1970-01-01T00:00:00Z"', $now: '"20' },
	choice: {},
	words: { $now: '' },
	list: {},
	json: { '({})': '{}', '({ toString: 1 })': '"toString":1', "'null'": '{}' },
	/** n8n makes texts of its dates inside collections */
	inner: { '0': '"0"', '-1': '"-1"', $now: '"20' },
	collection: { '({})': '', '({ toString: 1 })': '' },
	questions: { '({})': '' },
} satisfies Record<string, Record<string, string>>;

export interface Row {
	operation: string;
	parameter: string;
	label: string;
	kind: keyof typeof kinds;
	/** Of a field that may be left empty: what it contains then in the editor */
	blank?: unknown;
}

/** operation | parameter | label on the screen | kind | what the field is if left empty, else - */
export const rows: Row[] = `
initiate | verificationId | Verification ID | id | -
initiate | identifyUserBy | Identify User By | choice | -
initiate | phone | Phone Number | formed | -
initiate | newUserId | User ID | id | ""
initiate | userTemplate | User Template | text | ""
initiate | agentTemplate | Agent Template | text | ""
initiate | notificationTypes | Notification Types | list | []
initiate | userDetails | User Details | collection | {}
initiate | userDetails.name | Name | inner | ""
initiate | userDetails.email | Email | formed | ""
initiate | userDetails.address | Address | inner | ""
initiate | securityQuestions | Security Questions | questions | {}
initiate | securityQuestions.question | Question 1 | inner | -
initiate | securityQuestions.answer | Answer to question 1 | inner | -
initiate | options | Options | collection | -
initiate | options.additionalBodyFields | Additional Body Fields | json | {}
initiate | options.ifExists | If Verification Exists | choice | "return"
initiate | aadhaarDetails | Aadhaar Details | choice | "none"
initiateJson | aadhaarJson | Aadhaar Details (JSON) | formed | -
initiateFields | aadhaarName | Aadhaar Name | text | -
initiateFields | aadhaarDateOfBirth | Aadhaar Date of Birth | day | -
initiateFields | aadhaarGender | Aadhaar Gender | formed | -
initiateFields | aadhaarCareOf | Aadhaar Care Of | text | -
initiateFields | aadhaarLastVerifiedAt | Aadhaar Last Verified At | time | -
initiateFields | aadhaarPhotoLink | Aadhaar Photo Link | formed | -
initiateFields | aadhaarHouse | Address House | text | -
initiateFields | aadhaarStreet | Address Street | text | -
initiateFields | aadhaarPostOffice | Address Post Office | text | ""
initiateFields | aadhaarVtc | Address Village, Town or City | text | ""
initiateFields | aadhaarSubdistrict | Address Subdistrict | text | ""
initiateFields | aadhaarDistrict | Address District | text | -
initiateFields | aadhaarState | Address State | text | -
initiateFields | aadhaarPinCode | Address PIN Code | formed | -
initiateFields | aadhaarCountry | Address Country | text | -
initiateById | userId | User ID | id | -
initiateByReference | userReferenceId | User Reference ID | reference | -
getRecording | binaryPropertyName | Put Output File in Field | unsent | -
getRecording | options.ifNoRecording | If No Recording Exists | choice | "refuse"
getRecording | options.maximumSize | Maximum Size (MB) | formed | 500
getStatus | identifyVerificationBy | Identify Verification By | choice | -
getStatus | verificationId | Verification ID | id | -
getStatusByReference | referenceId | Reference ID | reference | -
getStatus | options.approvedWhen | Approved When | words | ""
getStatus | options.rejectedWhen | Rejected When | words | ""
createSdkToken | appId | App ID | text | -
createSdkToken | referenceId | Reference ID | reference | -
createSdkToken | identifierType | Identifier Type | choice | -
createSdkToken | identifierValue | Identifier Value | text | -
create | phone | Phone Number | formed | -
create | newUserId | User ID | id | ""
create | userDetails | Additional Fields | collection | {}
createOrGet | newUserId | User ID | id | -
createOrGet | phone | Phone Number | formed | -
createOrGet | userDetails | Additional Fields | collection | {}
get | identifyUserBy | Identify User By | choice | -
get | userId | User ID | id | -
getByReference | userReferenceId | User Reference ID | reference | -
update | identifyUserBy | Identify User By | choice | -
update | userId | User ID | id | -
updateByReference | userReferenceId | User Reference ID | reference | -
update | userDetails | Update Fields | formed | -
`
	.trim()
	.split('\n')
	.map((line) => line.split(' | '))
	.map(([operation = '', parameter = '', label = '', kind, blank = '-']) => ({
		operation,
		parameter,
		label,
		kind: kind as Row['kind'],
		...(blank !== '-' && { blank: JSON.parse(blank) as unknown }),
	}));

/** Where an expression says which fields count, n8n wants all of them to be filled in. */
const everything = {
	...aadhaarFields,
	aadhaarDetails: 'none',
	verificationId: '=kyc-{{ $itemIndex }}',
	identifyUserBy: 'phone',
	phone: '9988776655',
	newUserId: '=lead-{{ $itemIndex }}',
	userId: '=lead-{{ $itemIndex }}',
	userReferenceId: '1358',
	referenceId: '1358',
	userDetails: { name: 'Asha Rao', email: 'asha@example.com', address: '12 MG Road' },
	securityQuestions: { question: [{ question: 'Pet?', answer: 'Oreo' }] },
	options: {},
	appId: 'lending-app',
	identifierValue: 'lead-1',
};
const initiate = { ...everything, resource: 'videoKyc', operation: 'initiate' };
const status = { ...everything, resource: 'videoKyc', operation: 'getStatus' };
const user = { ...everything, resource: 'user', identifyUserBy: 'userId' };
const byReference = { identifyUserBy: 'userReferenceId' };
const operations: Record<string, IDataObject> = {
	initiate,
	initiateJson: { ...initiate, aadhaarDetails: 'json', aadhaarJson: aadhaar },
	initiateFields: { ...initiate, aadhaarDetails: 'fields' },
	initiateById: { ...initiate, identifyUserBy: 'userId' },
	initiateByReference: { ...initiate, ...byReference },
	getRecording: { ...status, operation: 'getRecording', binaryPropertyName: 'data' },
	getStatus: status,
	getStatusByReference: { ...status, identifyVerificationBy: 'referenceId' },
	createSdkToken: { ...everything, resource: 'videoKyc', operation: 'createSdkToken' },
	create: { ...user, operation: 'create' },
	createOrGet: { ...user, operation: 'createOrGet' },
	get: { ...user, operation: 'get' },
	getByReference: { ...user, ...byReference, operation: 'get' },
	update: { ...user, operation: 'update' },
	updateByReference: { ...user, ...byReference, operation: 'update' },
};

/** The operation's parameters, one of them changed. */
export function withValue({ operation, parameter }: Row, value: unknown): IDataObject {
	const parameters = operations[operation];
	const [name = '', inner] = parameter.split('.');
	if (inner === undefined) return { ...parameters, [name]: value } as IDataObject;
	const collection = parameters?.[name] as IDataObject;
	const question = [{ question: 'Pet?', answer: 'Oreo', [inner]: value }];
	const changed = name === 'securityQuestions' ? { question } : { ...collection, [inner]: value };
	return { ...parameters, [name]: changed } as IDataObject;
}
