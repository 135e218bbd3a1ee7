import type { IDataObject } from 'n8n-workflow';
import type { ItemFields } from '../actions/operation';
import { labelOfKey } from '../descriptions/fieldLabels';
import { jsonObject, sendable } from './json';

function isSet(body: IDataObject, key: string): boolean {
	const value = Object.hasOwn(body, key) ? body[key] : undefined;
	return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/**
 * Adds the builder's own fields to a request's body, for what the API page shows only in an example
 * or will add later.
 *
 * @throws where a field of the node has set one of them already, or they name a second user
 */
export function withAdditionalBodyFields(fields: ItemFields, body: IDataObject): IDataObject {
	const fieldError = fields.fieldError('Additional Body Fields');
	const further = sendable(jsonObject(fields.options.additionalBodyFields, fieldError), fieldError);
	for (const key of Object.keys(further)) {
		const label = labelOfKey(key);
		if (key === 'user_id' || key === 'user_reference_id') {
			const rule = `Name the user once, by '${label}' in the field 'Identify User By'.`;
			throw fieldError(`names the user a second time, by '${key}'`, rule);
		}
		if (isSet(body, key)) {
			const rule = `Clear '${label}', or remove '${key}' here.`;
			throw fieldError(`contains '${key}', which the field '${label}' has set`, rule);
		}
	}
	return { ...body, ...further };
}
