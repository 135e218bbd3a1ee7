import type { IDataObject, INode } from 'n8n-workflow';
import type { Sensitive } from '../errors/answerWords';
import { apiError } from '../errors/apiError';
import type { Context } from '../errors/apiError';
import type { RequestOutcome } from './requestOutcome';
import type { CashfreeRequest, Creates } from './request';
import { isSuccess } from './nextAction';
import type { RetryResult } from './sendWithRetry';

/** For whom a result is, and what must not appear in its message. */
export interface Recipient {
	node: INode;
	itemIndex: number;
	/** Whether an earlier item of the run sent the request */
	isShared: boolean;
	sensitive: Sensitive;
}

/**
 * The refusal of another user's data. Where Cashfree has not refused the request itself, it may have
 * acted on it: the ID need not have been the other user's before.
 */
function otherOwner(
	{ otherOwner: advice, compare }: Creates,
	outcome: RequestOutcome,
	status: number,
	context: Context,
): Error {
	const body = { code: 'belongs_to_another_user' };
	const { requestId } = outcome;
	if (outcome.state === 'answered' && !isSuccess(outcome)) {
		return apiError({ state: 'answered', status, headers: {}, body, requestId }, context, advice);
	}
	const description = `${compare} ${advice.description}`;
	const unknown: RequestOutcome = {
		state: 'unknown',
		reason: 'not_expected',
		status,
		body,
		requestId,
	};
	return apiError(unknown, context, { ...advice, description });
}

/**
 * Whether a request of this run created what its result speaks of. After a request without an answer,
 * what exists may be of that request, or have existed before; nothing in Cashfree's answers tells.
 */
const createdBy = ({ found, mayBeOwn }: RetryResult): boolean | null => {
	if (!found) return true;
	return mayBeOwn ? null : false;
};

/**
 * The JSON that Cashfree answered with, where it speaks of the user that the request is about.
 *
 * @throws NodeApiError where the request failed, or what exists belongs to another user
 */
export function jsonOf(
	result: RetryResult,
	{ clearUp, creates }: CashfreeRequest,
	recipient: Recipient,
): IDataObject {
	const { outcome, found } = result;
	if (outcome.state === 'not_sent' && outcome.error) throw outcome.error;
	const context = { ...recipient, clearUp };
	const answer = found ?? outcome;
	if (!isSuccess(answer)) throw apiError(outcome, context);
	const owner = creates?.owner(answer.body) ?? 'same';
	if (creates && (owner === 'other' || (found && owner === 'unstated'))) {
		throw otherOwner(creates, outcome, answer.status, context);
	}
	const created = recipient.isShared ? false : createdBy(result);
	return creates?.withCreated?.(answer.body, created) ?? answer.body;
}
