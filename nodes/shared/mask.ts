import type { IDataObject } from 'n8n-workflow';

/**
 * How one kind of personal value is masked: text in, text out. A masked value masks to itself.
 * Anything a mask does not recognise becomes the free-text mask.
 */
export type Mask = (text: string) => string;

const starred = '***';

const text: Mask = () => starred;

/** `Asha Rao` to `A. R.`; the relation in `S/O: Ravi Rao` is an initial too. */
const name: Mask = (value) => {
	const initials = value.split(/\s+/).map((word) => /\p{L}/u.exec(word)?.[0]);
	const known = initials.filter((initial) => initial !== undefined);
	return known.length === 0 ? starred : known.map((initial) => `${initial}.`).join(' ');
};

/** Keeps the year and the order of the parts: `02-02-1995` to `**-**-1995`, ISO to `1995-**-**`. */
const date: Mask = (value) => {
	const yearLast = /^[\d*]{1,2}([-/.])[\d*]{1,2}\1(\d{4})$/.exec(value);
	if (yearLast) return `**${yearLast[1]}**${yearLast[1]}${yearLast[2]}`;
	const yearFirst = /^(\d{4})([-/.])[\d*]{1,2}\2[\d*]{1,2}([T ].*)?$/.exec(value);
	return yearFirst ? `${yearFirst[1]}${yearFirst[2]}**${yearFirst[2]}**` : starred;
};

/** `581115` to `581***`. */
const pinCode: Mask = (value) =>
	/^\d{3}[\d*]{3}$/.test(value) ? `${value.slice(0, 3)}***` : starred;

/** `+91 99887 76655` to `+** ***** ***55`. */
const phone: Mask = (value) =>
	/^(?:[\s()+.-]*[\d*]){6,}$/.test(value) ? value.replace(/\d(?=(?:\D*\d){2})/g, '*') : starred;

/** `asha.rao@example.com` to `a***@example.com`. */
const email: Mask = (value) => {
	const parts = /^(.).*@([^@\s]+)$/su.exec(value);
	return parts ? `${parts[1]}***@${parts[2]}` : starred;
};

/** A presigned address opens what it points to, and a host may name a person: nothing of it stays. */
const url: Mask = (value) => (/^https?:\/\//i.test(value) ? 'https://***' : starred);

/** The only Aadhaar detail that is not personal: stays, as long as it is made like a time. */
const time: Mask = (value) => (/^[\d\s:.TZ+-]+$/.test(value) ? value : starred);

/**
 * The personal fields in Cashfree's requests, responses and events. A field below one of them that
 * is not listed itself is masked like the field it stands in, so blocks like `aadhaar_details` stay
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

/** How the value of a field is masked, wherever the field stands; `undefined` where it is not personal. */
export const maskOf = (key: string): Mask | undefined => masks.get(key);

/** A copy still to be filled, and the mask of what it stands in */
type Open = [source: object, copy: object, mask: Mask | undefined];

/** An own property also where its name is `__proto__` */
const set = (copy: object, key: string, value: unknown) =>
	Object.defineProperty(copy, key, {
		value,
		configurable: true,
		enumerable: true,
		writable: true,
	});

/**
 * Masks the personal data in a response or event: Aadhaar details, security answers, remarks,
 * recording link, and a user's name, phone, e-mail and address, wherever their keys stand.
 *
 * @param value JSON as Cashfree sends it, however deep; is not changed
 * @param maskUnlisted the mask of a value whose field is neither listed here nor stands in one that
 *   is, by the field's name; in a list, by the value's position
 * @returns a copy with the same keys and array lengths. Every masked value is a string, also where it
 *   was a number (`pincode: 581115` to `'581***'`); null and '' stay as they are. Masking a masked
 *   copy changes nothing.
 * @see https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 */
export function maskPersonalData(
	value: IDataObject,
	maskUnlisted: (key: string) => Mask | undefined = () => undefined,
): IDataObject {
	const masked: IDataObject = {};
	const open: Open[] = [[value, masked, undefined]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [source, copy, outer] = next;
		for (const [key, item] of Object.entries(source) as Array<[string, unknown]>) {
			const listed = Array.isArray(source) ? outer : (masks.get(key) ?? outer);
			if (typeof item === 'object' && item !== null) {
				const inner = Array.isArray(item) ? [] : {};
				set(copy, key, inner);
				open.push([item, inner, listed]);
			} else {
				const mask = listed ?? maskUnlisted(key);
				const isKept = mask === undefined || item === null || item === undefined || item === '';
				set(copy, key, isKept ? item : mask(String(item)));
			}
		}
	}
	return masked;
}
