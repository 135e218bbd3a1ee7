import type { IDataObject } from 'n8n-workflow';
import { userLabels } from '../../descriptions/fieldLabels';
import { isSamePhone } from '../../validation/phone';
import type { CashfreeRequest } from '../../transport/request';
import { idText, isMissing } from '../answer';
import { expectUser, getUserRequest } from './answer';

/** A user to be created; `user_id` is what it can be found by again. */
export interface NewUser extends IDataObject {
	phone: string;
	user_id?: string;
	name?: string;
	email?: string;
	address?: string;
}

/**
 * The request that creates a user.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/add-user
 *
 * @param takesExisting whether a user that exists with this ID and phone number is a success, too
 * @param idLabel the field that the user ID was taken from
 * @param afterOther what it means for the item that the ID is another person's, as a sentence
 */
export function createUserRequest(
	user: NewUser,
	takesExisting: boolean,
	idLabel = 'User ID',
	afterOther = "The node does not return the other person's data.",
): CashfreeRequest {
	const { user_id } = user;
	return {
		method: 'POST',
		path: '/user',
		body: user,
		expects: expectUser(user_id ? { user_id } : {}),
		clearUp: user_id
			? "Use the operation 'Get' of the resource 'User' with this user ID, or run this item again with 'Create or Get', which creates no second user."
			: "The user has no 'User ID' of your own, so it cannot be looked up. Check in the Cashfree dashboard before you run this item again.",
		creates: {
			id: user_id && `user ${user_id}`,
			lookUp: user_id ? getUserRequest({ user_id }) : undefined,
			takesExisting,
			owner: ({ phone }) => {
				if (isMissing(phone)) return 'unstated';
				return isSamePhone(idText(phone), user.phone) ? 'same' : 'other';
			},
			otherOwner: {
				message: user_id
					? `A user with another phone number has the user ID '${user_id}' already`
					: 'Cashfree answered with a user who has another phone number',
				description: `Give each person their own '${idLabel}', e.g. from the CRM record. If the person has a new phone number, use a new 'User ID' and a new 'Verification ID': Cashfree cannot change the number of a user. ${afterOther}`,
			},
			compare: user_id
				? "It is not known whether Cashfree created this user. Use the operation 'Get' of the resource 'User' with this user ID, and compare the phone number."
				: 'It is not known whether Cashfree created this user. Look for the phone number in the Cashfree dashboard before you run this item again.',
			idLabel,
			idValue: user_id,
			labels: userLabels,
		},
	};
}
