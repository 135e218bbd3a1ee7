import type { AnySchemaObject } from 'ajv';

const id = { type: 'string', minLength: 1, maxLength: 50, pattern: '^[A-Za-z0-9._-]*$' };
const text = { type: 'string', minLength: 1 };

const address = {
	type: 'object',
	additionalProperties: false,
	properties: {
		country: text,
		dist: text,
		house: text,
		pincode: { type: 'integer', minimum: 100000, maximum: 999999 },
		po: text,
		state: text,
		street: text,
		subdist: text,
		vtc: text,
	},
	required: ['country', 'state', 'dist', 'pincode', 'house', 'street'],
};

/** The page requires `address_details` but describes `split_address`: one of them is enough. */
const aadhaarDetails = {
	type: 'object',
	additionalProperties: false,
	properties: {
		last_verified_at: { type: 'string', format: 'date-time' },
		care_of: text,
		dob: { type: 'string', format: 'day-month-year' },
		gender: { type: 'string', enum: ['M', 'F', 'O'] },
		name: text,
		split_address: address,
		address_details: address,
		photo_link: { type: 'string', format: 'uri' },
	},
	required: ['name', 'dob', 'gender', 'care_of', 'last_verified_at', 'photo_link'],
	anyOf: [{ required: ['split_address'] }, { required: ['address_details'] }],
};

const userFields = { email: text, name: text, address: text };
const eitherUser = [{ required: ['user_reference_id'] }, { required: ['user_id'] }];

/**
 * Request bodies by operation, written from Cashfree's API pages:
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc (and add-user,
 * update-user, oauth-token). README.md lists where they say more than the pages do.
 */
export const schemas: Record<string, AnySchemaObject> = {
	'POST /vkyc': {
		type: 'object',
		additionalProperties: false,
		properties: {
			verification_id: id,
			user_template: text,
			agent_template: text,
			user_reference_id: { type: 'integer', minimum: 0 },
			user_id: id,
			notification_types: {
				type: 'array',
				items: { type: 'string', enum: ['sms', 'whatsapp', 'email'] },
			},
			aadhaar_details: aadhaarDetails,
			security_questions: {
				type: 'array',
				items: {
					type: 'object',
					additionalProperties: false,
					properties: { order: { type: 'integer', minimum: 1 }, question: text, answer: text },
					required: ['question', 'answer', 'order'],
				},
			},
		},
		required: ['verification_id'],
		anyOf: eitherUser,
	},
	'POST /user': {
		type: 'object',
		additionalProperties: false,
		properties: {
			phone: { type: 'string', minLength: 8, maxLength: 13, pattern: '^[0-9]*$' },
			user_id: id,
			...userFields,
		},
		required: ['phone'],
	},
	'PATCH /user': {
		type: 'object',
		additionalProperties: false,
		properties: { user_reference_id: { type: 'integer', minimum: 0 }, user_id: id, ...userFields },
		anyOf: eitherUser,
	},
	'POST /oauth/token': {
		type: 'object',
		additionalProperties: false,
		properties: {
			app_id: text,
			product: { type: 'string', enum: ['VKYC'] },
			metadata: {
				type: 'object',
				additionalProperties: false,
				properties: { vkyc_request_id: { type: ['string', 'integer'], minLength: 1 } },
				required: ['vkyc_request_id'],
			},
			authenticated_user: {
				type: 'object',
				additionalProperties: false,
				properties: {
					identifier_type: text,
					identifier_value: { type: ['string', 'integer'], minLength: 1 },
				},
				required: ['identifier_type', 'identifier_value'],
			},
		},
		required: ['app_id', 'product', 'metadata', 'authenticated_user'],
	},
};
