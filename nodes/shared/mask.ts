import type { IDataObject } from 'n8n-workflow';
import type { Mask } from './masks';
import { maskOf } from './personalFields';

/** A copy still to be filled, and the mask of what it is in */
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
 * recording link, and a user's name, phone, e-mail and address, wherever their keys are.
 *
 * @param value JSON as Cashfree sends it, however deep; is not changed
 * @param maskUnlisted the mask of a value whose field is neither listed here nor is in one that
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
			const listed = Array.isArray(source) ? outer : (maskOf(key) ?? outer);
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
