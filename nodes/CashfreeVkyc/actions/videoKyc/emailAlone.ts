import type { IDataObject } from 'n8n-workflow';
import type { FieldError } from '../../validation/fieldError';
import type { CashfreeRequest } from '../../transport/request';

/** The hint for where nothing tells whether the user has an email address. */
export const emailAlone =
	'Email is the only channel: a user without an email address at Cashfree gets no message';

/** Whether Cashfree is to send the link by email alone. */
export function isByEmailAlone({ body }: CashfreeRequest): boolean {
	const channels = [body?.notification_types].flat();
	const isEmail = (name: unknown) => typeof name === 'string' && /^\s*email\s*$/i.test(name);
	return channels.length > 0 && channels.every(isEmail);
}

/** @throws where nobody would be told, as a user that is created has no email address */
export function assertEmailGiven(email: unknown, fieldError: FieldError): void {
	if (email !== undefined) return;
	const rule = "Add 'Email' to 'User Details', or choose SMS or WhatsApp, too.";
	throw fieldError('is email alone, and the user has no email address', rule);
}

const details = ['email', 'name', 'address'];

/**
 * Looks at Cashfree's answer about a user before a link is sent by email alone: the address of a user
 * who exists is the one that Cashfree has, not the item's.
 *
 * @returns the hint where the answer says nothing about the user's details
 * @throws where it says that the user has no email address, so that nobody would be told
 */
export function checkEmail(user: IDataObject, fieldError: FieldError): string | undefined {
	if (typeof user.email === 'string' && user.email.includes('@')) return undefined;
	if (!details.some((key) => Object.hasOwn(user, key))) return emailAlone;
	const rule =
		"The link was not sent, because nobody would get a message. Add an email address with the operation 'Update' of the resource 'User' ('User Details' count for a new user only), or choose SMS or WhatsApp, too. Then run this item again.";
	throw fieldError('is email alone, and the user has no email address at Cashfree', rule);
}
