import type { Fault } from './fault';
import { requiredText } from './text';

const mobile = /^(?:\+?91|0091|0)?([6-9]\d{9})$/;
// with the long dashes and the invisible marks that numbers bring along from a contact list
const separators = /[\s().\p{Pd}\p{Cf}]/gu;

/**
 * An Indian mobile number as people write it, e.g. `+91 99887 76655` or `09988776655`.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/add-user
 *
 * @returns its ten digits, e.g. `9988776655`
 */
export function phoneNumber(value: unknown, fault: Fault): string {
	const digits = mobile.exec(requiredText(value, fault, 50).replace(separators, ''))?.[1];
	if (!digits) {
		throw fault(
			'is not an Indian mobile number',
			'Give ten digits of which the first is 6, 7, 8 or 9. +91 or 0 before them is fine.',
		);
	}
	return digits;
}

/** Whether two numbers are the same one, however each is written. */
export function isSamePhone(one: unknown, other: unknown): boolean {
	const digits = (value: unknown) => String(value).replace(/\D/g, '').slice(-10);
	return digits(one) === digits(other);
}
