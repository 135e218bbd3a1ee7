import type { IDataObject } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import { collectionOf } from '../../shared/collection';
import { exactNumber } from '../../shared/exactJson';
import type { ExactNumber } from '../../shared/exactJson';
import type { ItemFields } from '../actions/operation';
import { firstUnseen, nameOf } from './characters';
import { choice } from './choices';
import type { FieldError } from './fieldError';
import { identifier, referenceId } from './ids';
import { phoneNumber } from './phone';
import { text } from './text';

export type UserKey = { user_id: string } | { user_reference_id: number | ExactNumber };

/** How an item names its user. An expression that results in nothing names nobody. */
export function userNamedBy<Way extends string>(fields: ItemFields, ways: readonly Way[]): Way {
	return choice(fields.get('identifyUserBy'), ways, fields.fieldError('Identify User By'));
}

/** The existing user that an item names, as the API wants it in a body. */
export function existingUser(fields: ItemFields): UserKey {
	if (userNamedBy(fields, ['userId', 'userReferenceId']) === 'userReferenceId') {
		const value = fields.get('userReferenceId');
		const digits = referenceId(value, fields.fieldError('User Reference ID'));
		return { user_reference_id: exactNumber(digits) };
	}
	return { user_id: identifier(fields.get('userId'), fields.fieldError('User ID')) };
}

/** Without what is blank: an absent field means Cashfree's own default. */
export const withoutBlank = (body: IDataObject): IDataObject =>
	Object.fromEntries(
		Object.entries(body).filter(([, value]) => value !== '' && value !== undefined),
	);

function emailAddress(value: unknown, fieldError: FieldError): string {
	const given = text(value, fieldError, 254);
	if (given === '') return '';
	const rule = 'Give an address such as asha@example.com.';
	const unseen = firstUnseen(given);
	if (unseen !== undefined) throw fieldError(`contains ${nameOf(unseen)}`, rule);
	const [name = '', domain = '', ...more] = given.split('@');
	const hasDot = domain.slice(1, -1).includes('.');
	if (name === '' || !hasDot || more.length > 0 || /\s/.test(given)) {
		throw fieldError('is not an email address', rule);
	}
	return given;
}

/**
 * Name, e-mail and address of an item's user, those that are given.
 *
 * @param label of the collection, which each operation names in its own way
 */
export function userDetails(fields: ItemFields, label: string): Record<string, string> {
	const given = collectionOf(fields.get('userDetails'), fields.fieldError(label));
	return withoutBlank({
		email: emailAddress(given.email, fields.fieldError('Email')),
		name: text(given.name, fields.fieldError('Name')),
		address: text(given.address, fields.fieldError('Address'), 500),
	}) as Record<string, string>;
}

export const phoneOf = (fields: ItemFields): string =>
	phoneNumber(fields.get('phone'), fields.fieldError('Phone Number'));

/** The builder's own ID for a user to be created; undefined where the field was left empty. */
export function newUserIdOf(fields: ItemFields): string | undefined {
	const given = fields.get('newUserId');
	return isBlank(given) ? undefined : identifier(given, fields.fieldError('User ID'));
}
