import type { IDataObject } from 'n8n-workflow';
import type { CashfreeRequest, Expected } from '../../transport/request';
import type { UserKey } from '../../validation/user';
import { hasIds, isReferenceId } from '../answer';

/**
 * What an answer about a user has to contain.
 *
 * @param ids those by which the request names the user; none where Cashfree makes one
 */
export const expectUser = (ids: IDataObject): Expected => ({
	what: 'this user',
	isIn: (answer) => isReferenceId(answer.user_reference_id) && hasIds(answer, ids),
});

/**
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-user
 *
 * @param key the ID by which the user is named
 */
export function getUserRequest(key: UserKey): CashfreeRequest {
	// in an address each ID is a text
	const ids = Object.entries(key).map(([name, id]) => [name, String(id)]);
	const query = Object.fromEntries(ids) as IDataObject;
	return { method: 'GET', path: '/user', query, expects: expectUser(query) };
}
