import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { fieldErrorOf } from '../validation/fieldError';
import { identifier } from '../validation/ids';

/** The parameters that hold an item's own IDs, and what Cashfree calls them. */
const idParameters = [
	['verificationId', 'verification_id'],
	['newUserId', 'user_id'],
	['userId', 'user_id'],
] as const;

/**
 * The IDs that an item names, so that a failed item can be found again in a table of results.
 *
 * @returns without those that are missing, not valid or not readable: what is no ID may be something
 *   personal in the wrong field. Never throws
 */
export function itemIds(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const read = (parameter: string, key: string) => {
		try {
			const value: unknown = context.getNodeParameter(parameter, itemIndex, '');
			return { [key]: identifier(value, fieldErrorOf(context.getNode(), itemIndex, key)) };
		} catch {
			return {};
		}
	};
	return Object.assign(
		{},
		...idParameters.map(([parameter, key]) => read(parameter, key)),
	) as IDataObject;
}
