import type { IDataObject } from 'n8n-workflow';

/**
 * What DigiLocker's answer has beside Aadhaar details; the Aadhaar number and Cashfree's own IDs have
 * no place in this request.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/digilocker/get-document-from-digilocker
 */
const notSent = ['uid', 'landmark', 'reference_id', 'verification_id'];
const notSentOfDocument = ['status', 'message', 'year_of_birth', 'xml_file'];

/** An object without what only DigiLocker's answer has. */
export function withoutDigiLocker(json: IDataObject): IDataObject {
	const isDocument = ['uid', 'xml_file', 'verification_id'].some((key) => Object.hasOwn(json, key));
	const gone = [...notSent, ...(isDocument ? notSentOfDocument : [])];
	return Object.fromEntries(Object.entries(json).filter(([key]) => !gone.includes(key)));
}
