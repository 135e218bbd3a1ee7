import type { INodeProperties } from 'n8n-workflow';
import { outputAndOptions } from '../../descriptions/options';
import { choice } from '../../validation/choices';
import { requiredText } from '../../validation/text';
import type { Operation } from '../operation';
import type { Expected } from '../../transport/request';
import { isText } from '../answer';
import type { OperationFile } from '../resource';
import { referenceIdOf, referenceIdProperty } from './identifyVerification';

const showOnlyForCreateSdkToken = { resource: ['videoKyc'], operation: ['createSdkToken'] };

export const option: OperationFile['option'] = {
	name: 'Create SDK Token',
	action: 'Create a video KYC SDK token',
	description: 'Generate a token to embed a session in your own app or web page',
	builderHint: {
		propertyHint:
			'Only for an app or web page that embeds the session with the SDK. To send a link by SMS, WhatsApp or email, use initiate.',
	},
};

export const subtitle = 'Create SDK token';

export const toolDescription =
	"Creates a token with which the user's own app or web page shows the Video KYC session. Sends nobody a message. All IDs come from the user's records or from the answer when the verification was initiated: never invent, guess or change them; ask for what is missing.";

export const description: INodeProperties[] = [
	{
		displayName: 'App ID',
		name: 'appId',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: showOnlyForCreateSdkToken },
		placeholder: 'e.g. my-lending-app',
		description: 'Your account manager at Cashfree creates it for the product Video KYC',
	},
	referenceIdProperty(showOnlyForCreateSdkToken),
	{
		displayName: 'Identifier Type',
		name: 'identifierType',
		type: 'options',
		options: [
			{ name: 'Phone Number', value: 'mobile' },
			{ name: 'User ID', value: 'userId' },
		],
		default: 'userId',
		displayOptions: { show: showOnlyForCreateSdkToken },
		description: 'How Cashfree identifies the user',
	},
	{
		displayName: 'Identifier Value',
		name: 'identifierValue',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: showOnlyForCreateSdkToken },
		placeholder: 'e.g. lead-2041',
		description: "The user's ID or phone number, as chosen in 'Identifier Type'",
	},
	...outputAndOptions(showOnlyForCreateSdkToken),
];

/**
 * Makes the token with which an app or web page of your own embeds the session. A token changes
 * nothing at Cashfree, so the request is repeated like a question.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/oauth-token
 */
export const operation: Operation = {
	simplified: ['access_token', 'expiry', 'expires_at'],
	prepare(fields) {
		const read = (parameter: string, label: string) =>
			requiredText(fields.get(parameter), fields.fieldError(label));
		const typeError = fields.fieldError('Identifier Type');
		const body = {
			app_id: read('appId', 'App ID'),
			product: 'VKYC',
			metadata: { vkyc_request_id: referenceIdOf(fields) },
			authenticated_user: {
				identifier_type: choice(fields.get('identifierType'), ['userId', 'mobile'], typeError),
				identifier_value: read('identifierValue', 'Identifier Value'),
			},
		};
		const expects: Expected = {
			what: 'a token',
			isIn: ({ access_token: token }) => isText(token),
		};
		return { requests: [{ method: 'POST', path: '/oauth/token', body, expects }] };
	},
};
