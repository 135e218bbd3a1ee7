import { date, email, name, phone, pinCode, text, time, url } from './masks';
import type { Mask } from './masks';

/**
 * The personal fields in Cashfree's requests, responses and events. A field below one of them that
 * is not listed itself is masked like the field it is in, so blocks like `aadhaar_details` stay
 * closed to fields that Cashfree adds later.
 */
const masks = new Map<string, Mask>([
	['aadhaar_details', text],
	['last_verified_at', time],
	['name', name],
	['care_of', name],
	['dob', date],
	['gender', text],
	['photo_link', url],
	['address', text],
	['address_details', text],
	['split_address', text],
	['pincode', pinCode],
	['answer', text],
	['agent_remarks', text],
	['auditor_remarks', text],
	['recording_link', url],
	['phone', phone],
	['email', email],
	['identifier_value', text],
]);

/** How the value of a field is masked, wherever the field is; `undefined` where it is not personal. */
export const maskOf = (key: string): Mask | undefined => masks.get(key);

/**
 * The fields of Cashfree's requests and answers that are about nobody, or that a message may name.
 * What is in another field counts as personal: further fields of a request, and those that
 * Cashfree adds.
 */
const harmless = new Set([
	'verification_id',
	'reference_id',
	'cf_verification_id',
	'user_id',
	'user_reference_id',
	'status',
	'sub_status',
	'user_template',
	'agent_template',
	'notification_types',
	'link_expiry',
	'order',
	'product',
	'app_id',
	'vkyc_request_id',
	'identifier_type',
	'expiry',
	'expires_at',
	'type',
	'code',
	'message',
	'ref_id',
]);

/** Whether a message may show the value of a field. */
export const isHarmless = (key: string): boolean => harmless.has(key);
