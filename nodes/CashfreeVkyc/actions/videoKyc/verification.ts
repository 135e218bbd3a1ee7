import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { verificationLabels } from '../../descriptions/fieldLabels';
import type { CashfreeRequest } from '../../transport/request';
import { hasIds, idText, isLink, isMissing, isText } from '../answer';
import { withCreated } from './created';

/**
 * The request for the state of a verification, which may be any: it need not have a link.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status
 *
 * @param query its verification ID or its reference ID
 */
export const getStatusRequest = (query: IDataObject): CashfreeRequest => ({
	method: 'GET',
	path: '/vkyc',
	query,
	expects: {
		what: 'this verification and its status',
		isIn: (answer) => hasIds(answer, query) && isText(answer.status),
	},
});

/** Whose verification an answer is, by the ID with which the request names the user. */
function owner(answer: IDataObject, body: IDataObject): 'same' | 'other' | 'unstated' {
	const key = body.user_id === undefined ? 'user_reference_id' : 'user_id';
	const answered = answer[key];
	if (isMissing(answered)) return 'unstated';
	return idText(answered) === idText(body[key]) ? 'same' : 'other';
}

/**
 * The request that initiates a verification.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @param takesExisting whether a verification that this user has with this ID is a success, too
 */
export function initiateRequest(body: IDataObject, takesExisting: boolean): CashfreeRequest {
	const { verification_id } = body;
	return {
		method: 'POST',
		path: '/vkyc',
		body,
		expects: {
			what: 'this verification, its status and its link',
			isIn: ({ status, vkyc_link, ...answer }) =>
				hasIds(answer, { verification_id }) && isText(status) && isLink(vkyc_link),
		},
		clearUp:
			"Use the operation 'Get Status' with this verification ID, or run this item again: an existing verification is returned, not sent again.",
		creates: {
			id: `verification ${String(verification_id)}`,
			lookUp: getStatusRequest({ verification_id }),
			takesExisting,
			withCreated,
			owner: (answer) => owner(answer, body),
			otherOwner: {
				message: `Another user's verification has the verification ID '${String(verification_id)}' already`,
				description:
					"Give each verification its own 'Verification ID', e.g. from the CRM record. The node does not return the link, because it belongs to another person.",
			},
			compare:
				"Cashfree may have sent a message to either user. Use the operation 'Get Status' with this verification ID, and compare the user of the answer before you send anything else.",
			idLabel: 'Verification ID',
			idValue: idText(verification_id),
			labels: verificationLabels,
		},
	};
}

/** Adds to the error of the second request what the first one created. */
export function withUserNote(reason: unknown, userId: string): unknown {
	if (!(reason instanceof NodeApiError || reason instanceof NodeOperationError)) return reason;
	const note = `The user exists now, with the user ID '${userId}'. Running this item again does not create a second one.`;
	// items that share a request share its refusal, too
	if (reason.description?.includes(note)) return reason;
	reason.description = `${reason.description ?? ''} ${note}`;
	const details = (reason.context.data ?? {}) as IDataObject;
	reason.context.data = { ...details, user_id: userId };
	return reason;
}
