import type { IDataObject } from 'n8n-workflow';

/**
 * What DigiLocker's answer for an Aadhaar has besides Aadhaar details: the Aadhaar number, a part of the
 * address and Cashfree's own words, which have no place in this request.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/digilocker/get-document-from-digilocker
 */
const extras = [
	...['uid', 'landmark', 'reference_id', 'verification_id'],
	...['status', 'message', 'xml_file'],
];

/** In DigiLocker's answer, and in the example of the API page, so that it is sent where it is alone. */
const yearOfBirth = 'year_of_birth';

/** An object without what only DigiLocker's answer has; what nobody knows stays in it. */
export function withoutDigiLocker(json: IDataObject): IDataObject {
	const isAnswer = extras.some((key) => Object.hasOwn(json, key));
	const gone = isAnswer ? [...extras, yearOfBirth] : [];
	return Object.fromEntries(Object.entries(json).filter(([key]) => !gone.includes(key)));
}
