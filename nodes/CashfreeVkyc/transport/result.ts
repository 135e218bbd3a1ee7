import type { IDataObject, INode } from 'n8n-workflow';
import type { Sensitive } from './answerWords';
import { apiError } from './apiError';
import type { Context } from './apiError';
import type { Attempt, CashfreeRequest, Creates } from './attempt';
import { isSuccess } from './decide';
import type { Delivery } from './deliver';

/** For whom a result is, and what may not stand in its message. */
export interface Recipient {
	node: INode;
	itemIndex: number;
	sensitive: Sensitive;
}

/**
 * The refusal of another user's data. Where Cashfree has not refused the request itself, it may have
 * acted on it: the ID need not have been the other user's before.
 */
function otherOwner(
	{ otherOwner: advice, compare }: Creates,
	end: Attempt,
	status: number,
	context: Context,
): Error {
	const body = { code: 'belongs_to_another_user' };
	if (end.outcome === 'answered' && !isSuccess(end)) {
		return apiError({ outcome: 'answered', status, headers: {}, body }, context, advice);
	}
	const description = `${compare} ${advice.description}`;
	const unknown: Attempt = { outcome: 'unknown', reason: 'not expected', status, body };
	return apiError(unknown, context, { ...advice, description });
}

/**
 * The JSON that Cashfree answered with, where it speaks of the user that the request is about.
 *
 * @throws NodeApiError where the request failed, or what exists belongs to another user
 */
export function resultOf(
	{ end, found }: Delivery,
	{ clearUp, creates }: CashfreeRequest,
	recipient: Recipient,
): IDataObject {
	if (end.outcome === 'not sent' && end.fault) throw end.fault;
	const context = { ...recipient, clearUp };
	const answer = found ?? end;
	if (!isSuccess(answer)) throw apiError(end, context);
	const owner = creates?.owner(answer.body) ?? 'same';
	if (creates && (owner === 'other' || (found && owner === 'unstated'))) {
		throw otherOwner(creates, end, answer.status, context);
	}
	return answer.body;
}
