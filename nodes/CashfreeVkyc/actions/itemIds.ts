import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** The parameters that hold an item's own IDs, and what Cashfree calls them. */
const idParameters = [
	['verificationId', 'verification_id'],
	['newUserId', 'user_id'],
	['userId', 'user_id'],
] as const;

/** Cashfree's form of an ID; anything else may be something personal in the wrong field. */
const idForm = /^[\w.-]{1,50}$/;

/**
 * The IDs that an item names, so that a failed item can be found again in a table of results.
 *
 * @returns without those that are missing, not valid or not readable; never throws
 */
export function itemIds(context: IExecuteFunctions, itemIndex: number): IDataObject {
	const read = (parameter: string): string => {
		try {
			return String(context.getNodeParameter(parameter, itemIndex, '')).trim();
		} catch {
			return '';
		}
	};
	const ids = idParameters.map(([parameter, key]) => [key, read(parameter)] as const);
	return Object.fromEntries(ids.filter(([, id]) => idForm.test(id)));
}
