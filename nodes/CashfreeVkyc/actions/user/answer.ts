import type { IDataObject } from 'n8n-workflow';
import type { CashfreeRequest, Expected } from '../../transport/attempt';
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

/** https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-user */
export const getUserRequest = (query: IDataObject): CashfreeRequest => ({
	method: 'GET',
	path: '/user',
	query,
	expects: expectUser(query),
});
