import type { IDataObject } from 'n8n-workflow';
import type { ItemFields } from '../actions/operation';
import { isBlank } from '../../shared/blank';
import { choice, gender } from './choices';
import { dateOfBirth, utcTime } from './dates';
import { withoutDigiLocker } from './digiLocker';
import type { FieldError } from './fieldError';
import { pinCode } from './ids';
import { jsonObject, sendable } from './json';
import { httpsLink } from './link';
import { requiredText, text } from './text';

type Reader = (value: unknown, fieldError: FieldError, zone: string) => unknown;

const given: Reader = (value, fieldError) => requiredText(value, fieldError);
const optional: Reader = (value, fieldError) => text(value, fieldError);

interface Detail {
	/** The key in the request's body */
	key: string;
	/** The node's parameter */
	parameter: string;
	label: string;
	read: Reader;
}

const lastVerifiedAt = 'last_verified_at';

export const details: Detail[] = [
	{ key: 'name', parameter: 'aadhaarName', label: 'Aadhaar Name', read: given },
	{
		key: 'dob',
		parameter: 'aadhaarDateOfBirth',
		label: 'Aadhaar Date of Birth',
		read: (value, fieldError, zone) => dateOfBirth(value, zone, fieldError),
	},
	{ key: 'gender', parameter: 'aadhaarGender', label: 'Aadhaar Gender', read: gender },
	{ key: 'care_of', parameter: 'aadhaarCareOf', label: 'Aadhaar Care Of', read: given },
	{
		key: lastVerifiedAt,
		parameter: 'aadhaarLastVerifiedAt',
		label: 'Aadhaar Last Verified At',
		read: (value, fieldError, zone) => utcTime(value, zone, fieldError),
	},
	{
		key: 'photo_link',
		parameter: 'aadhaarPhotoLink',
		label: 'Aadhaar Photo Link',
		read: httpsLink,
	},
];

export const address: Detail[] = [
	{ key: 'house', parameter: 'aadhaarHouse', label: 'Address House', read: given },
	{ key: 'street', parameter: 'aadhaarStreet', label: 'Address Street', read: given },
	{ key: 'po', parameter: 'aadhaarPostOffice', label: 'Address Post Office', read: optional },
	{ key: 'vtc', parameter: 'aadhaarVtc', label: 'Address Village, Town or City', read: optional },
	{ key: 'subdist', parameter: 'aadhaarSubdistrict', label: 'Address Subdistrict', read: optional },
	{ key: 'dist', parameter: 'aadhaarDistrict', label: 'Address District', read: given },
	{ key: 'state', parameter: 'aadhaarState', label: 'Address State', read: given },
	{ key: 'pincode', parameter: 'aadhaarPinCode', label: 'Address PIN Code', read: pinCode },
	{ key: 'country', parameter: 'aadhaarCountry', label: 'Address Country', read: given },
];

const isNotBlank = ([, value]: [string, unknown]) => value !== '';

function readAll(
	list: Detail[],
	valueOf: (detail: Detail) => unknown,
	fieldErrorOf: (detail: Detail) => FieldError,
	zone: string,
): IDataObject {
	const values = list.map((detail): [string, unknown] => [
		detail.key,
		detail.read(valueOf(detail), fieldErrorOf(detail), zone),
	]);
	return Object.fromEntries(values.filter(isNotBlank)) as IDataObject;
}

const withoutKnown = (json: IDataObject, list: Detail[]): IDataObject =>
	Object.fromEntries(
		Object.entries(json).filter(([key]) => !list.some((detail) => detail.key === key)),
	);

/** Keys that this project does not know are sent as they are: the API may learn them before it does. */
function fromJson(fields: ItemFields, json: IDataObject, label: string): IDataObject {
	// Cashfree answers with `address_details` where it is asked with `split_address`
	const { split_address, address_details, ...given } = withoutDigiLocker(json);
	const { [lastVerifiedAt]: inJson } = given;
	const verified = isBlank(inJson) ? fields.get('aadhaarLastVerifiedAt') : inJson;
	const rest: Record<string, unknown> = { ...given, [lastVerifiedAt]: verified };
	const fieldError = fields.fieldError(label);
	const addressFieldError = fields.fieldError(`${label}: split_address`);
	const addressJson = withoutDigiLocker(
		jsonObject(split_address ?? address_details, addressFieldError),
	);
	const isMissing = (json: Record<string, unknown>) => (detail: Detail) =>
		detail.read !== optional && isBlank(json[detail.key]);
	const missing = [
		...details.filter(isMissing(rest)),
		...address.filter(isMissing(addressJson)),
	].map(({ key }) => key);
	if (missing.length > 1) {
		throw fieldError(
			`has no value for ${missing.join(', ')}`,
			'Give each of them a value in the JSON.',
		);
	}
	const fieldErrorOf = ({ key, label: field }: Detail): FieldError => {
		const isVerified = key === lastVerifiedAt;
		if (isVerified && isBlank(inJson) && !isBlank(rest[key])) return fields.fieldError(field);
		const fieldErrorOfKey = fields.fieldError(`${label}: ${key}`);
		if (!missing.includes(key)) return fieldErrorOfKey;
		const fillIn = isVerified
			? `Fill in '${field}', or add ${key} to the JSON.`
			: `Give ${key} a value in the JSON.`;
		return (what) => fieldErrorOfKey(what, fillIn);
	};
	const zone = fields.timezone;
	return {
		...sendable(withoutKnown(given, details), fieldError),
		...readAll(details, ({ key }) => rest[key], fieldErrorOf, zone),
		split_address: {
			...sendable(withoutKnown(addressJson, address), addressFieldError),
			...readAll(address, ({ key }) => addressJson[key], fieldErrorOf, zone),
		},
	};
}

/**
 * The Aadhaar details of an item, all of them or none.
 * `aadhaar_details` of https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @throws where one that the API requires is missing, or is not what it should be
 */
export function aadhaarDetails(fields: ItemFields): IDataObject | undefined {
	const forms = ['none', 'fields', 'json'] as const;
	const formFieldError = fields.fieldError('Aadhaar Details');
	const form = choice(fields.get('aadhaarDetails'), forms, formFieldError, 'none');
	if (form === 'json') {
		const label = 'Aadhaar Details (JSON)';
		const json = jsonObject(fields.get('aadhaarJson'), fields.fieldError(label));
		return fromJson(fields, json, label);
	}
	if (form === 'none') return undefined;
	const valueOf = (detail: Detail) => fields.get(detail.parameter);
	const fieldErrorOf = (detail: Detail) => fields.fieldError(detail.label);
	return {
		...readAll(details, valueOf, fieldErrorOf, fields.timezone),
		split_address: readAll(address, valueOf, fieldErrorOf, fields.timezone),
	};
}
