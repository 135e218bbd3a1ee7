import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { aadhaarDetails } from '../../validation/aadhaarDetails';
import { choice, notificationTypes } from '../../validation/choices';
import { withAdditionalBodyFields } from '../../validation/additionalBodyFields';
import { identifier } from '../../validation/ids';
import { securityQuestions } from '../../validation/securityQuestions';
import { text } from '../../validation/text';
import {
	existingUser,
	newUserIdOf,
	phoneOf,
	userDetails,
	userNamedBy,
	withoutBlank,
} from '../../validation/user';
import type { UserKey } from '../../validation/user';
import type { ItemFields, Operation } from '../operation';
import type { CashfreeRequest } from '../../transport/request';
import { createUserRequest } from '../user/newUser';
import type { NewUser } from '../user/newUser';
import { linkHints } from './created';
import { assertEmailGiven, checkEmail, emailAlone, isByEmailAlone } from './emailAlone';
import type { OperationFile } from '../resource';
import { initiateProperties } from './initiateProperties';
import { initiateRequest, withUserNote } from './verification';

export const option: OperationFile['option'] = {
	name: 'Initiate',
	action: 'Send a video KYC link',
	description: 'Generate a verification link and have Cashfree send it to the user',
	builderHint: {
		propertyHint:
			'The main operation: sends a customer the verification link. With identifyUserBy "phone" it creates the user itself, so put no User operation before it. Map verificationId from an ID of the record, the same in every run; never a random or time-based value, because each new ID messages the customer again.',
	},
};

export const subtitle = 'Send link';

export const toolDescription =
	"Creates a Video KYC verification for one customer and has Cashfree send that person the link by SMS, WhatsApp or email. This messages a real person and costs money: use it only when the user asks for a link for this customer. The verification ID and what names the person (phone number or user ID) come from the user's records: never invent, guess or change them; ask for what is missing. The same verification ID never sends a second message, so repeat a failed call with the same ID. Returns the link, the status and the outcome.";

export const description: INodeProperties[] = initiateProperties;

const verificationIdOf = (fields: ItemFields) =>
	identifier(fields.get('verificationId'), fields.fieldError('Verification ID'));

function takesExisting({ options, fieldError }: ItemFields): boolean {
	const choices = ['return', 'refuse'] as const;
	const error = fieldError('If Verification Exists');
	return choice(options.ifExists, choices, error, 'return') === 'return';
}

/** The request for a user; the user's own key comes last, as a new user's is known only later. */
function requestFor(fields: ItemFields, user: UserKey): CashfreeRequest {
	const channels = fields.get('notificationTypes');
	const body: IDataObject = withoutBlank({
		verification_id: verificationIdOf(fields),
		user_template: text(fields.get('userTemplate'), fields.fieldError('User Template')),
		agent_template: text(fields.get('agentTemplate'), fields.fieldError('Agent Template')),
		...user,
		notification_types: notificationTypes(channels, fields.fieldError('Notification Types')),
		aadhaar_details: aadhaarDetails(fields),
		security_questions: securityQuestions(fields),
	});
	return initiateRequest(withAdditionalBodyFields(fields, body), takesExisting(fields));
}

const noLink = 'No link was sent, because it would have gone to the other person.';

/** What the run is for has the first column of n8n's table. */
const withLinkFirst = ({ vkyc_link, ...others }: IDataObject = {}): IDataObject => ({
	vkyc_link,
	...others,
});

/** Generates a Video KYC link for a user, and has Cashfree send it; creates the user, if wanted. */
export const operation: Operation = {
	simplified: [
		'vkyc_link',
		'status',
		'sub_status',
		'created',
		'outcome',
		'link_expiry',
		'verification_id',
		'user_id',
		'reference_id',
		'user_reference_id',
	],
	prepare(fields) {
		if (userNamedBy(fields, ['phone', 'userId', 'userReferenceId']) !== 'phone') {
			const request = requestFor(fields, existingUser(fields));
			return {
				requests: [request],
				output: ([verification]) => withLinkFirst(verification),
				hint: isByEmailAlone(request) ? emailAlone : undefined,
			};
		}
		const ownId = newUserIdOf(fields);
		const user_id = ownId ?? verificationIdOf(fields);
		const newUser: NewUser = {
			phone: phoneOf(fields),
			user_id,
			...userDetails(fields, 'User Details'),
		};
		const idLabel = ownId === undefined ? 'Verification ID' : 'User ID';
		const request = requestFor(fields, { user_id });
		const channelsError = fields.fieldError('Notification Types');
		const isByEmail = isByEmailAlone(request);
		if (isByEmail) assertEmailGiven(newUser.email, channelsError);
		return {
			requests: [createUserRequest(newUser, true, idLabel, noLink), request],
			checkAnswers: ([user = {}]) => (isByEmail ? checkEmail(user, channelsError) : undefined),
			output: ([user, verification]) => ({ ...withLinkFirst(verification), user }),
			afterFirst: (reason) => withUserNote(reason, user_id),
		};
	},
	hints(items, environments) {
		return [
			...(environments.has('sandbox')
				? ['Sandbox sends no SMS or WhatsApp message: open the link in the output yourself']
				: []),
			...linkHints(items),
		];
	},
};
