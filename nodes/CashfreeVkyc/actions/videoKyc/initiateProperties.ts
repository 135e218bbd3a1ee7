import type { INodeProperties } from 'n8n-workflow';
import { aadhaarProperties } from './aadhaarProperties';
import { withWholeExpression } from '../../../shared/collection';
import { outputAndOptions } from '../../descriptions/options';
import {
	phoneProperty,
	userDetailsProperties,
	userIdProperties,
	userKeyOptions,
} from '../../descriptions/user';

const showOnlyForInitiate = { resource: ['videoKyc'], operation: ['initiate'] };
const showOnlyForNewUser = { ...showOnlyForInitiate, identifyUserBy: ['phone'] };

export const initiateProperties: INodeProperties[] = [
	{
		displayName: 'Verification ID',
		name: 'verificationId',
		type: 'string',
		required: true,
		default: '',
		displayOptions: { show: showOnlyForInitiate },
		placeholder: 'e.g. loan-2041-kyc',
		description:
			'Your own unique ID for this verification, e.g. from the CRM record: at most 50 letters, digits, periods, hyphens and underscores. The same ID never sends a second message.',
	},
	{
		displayName: 'Identify User By',
		name: 'identifyUserBy',
		type: 'options',
		options: [
			{
				name: 'Phone Number (New or Known User)',
				value: 'phone',
				description: 'The user is created at Cashfree first, unless the user ID exists already',
			},
			...userKeyOptions,
		],
		default: 'phone',
		displayOptions: { show: showOnlyForInitiate },
		description:
			'How to tell Cashfree which user it is. With a phone number, the node creates the user first.',
	},
	phoneProperty(
		showOnlyForNewUser,
		"The user's Indian mobile number, which Cashfree sends the link to",
	),
	...userDetailsProperties(showOnlyForNewUser, 'User Details'),
	{
		displayName: 'User ID',
		name: 'newUserId',
		type: 'string',
		default: '',
		displayOptions: { show: showOnlyForNewUser },
		placeholder: 'e.g. lead-2041',
		hint: 'Optional. Defaults to the verification ID',
		description: 'Your own unique ID for this user, the same in every run',
	},
	...userIdProperties(showOnlyForInitiate),
	{
		displayName: 'Notification Types',
		name: 'notificationTypes',
		type: 'multiOptions',
		options: [
			{ name: 'Email', value: 'email' },
			{ name: 'SMS', value: 'sms' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		default: ['sms', 'whatsapp'],
		displayOptions: { show: showOnlyForInitiate },
		description:
			'How Cashfree sends the link to the user. If you choose none, Cashfree sends no message, and you send the link yourself.',
	},
	...aadhaarProperties(showOnlyForInitiate),
	{
		displayName: 'User Template',
		name: 'userTemplate',
		type: 'string',
		default: 'vkyc_user_template_v1',
		displayOptions: { show: showOnlyForInitiate },
		placeholder: 'e.g. vkyc_user_template_v1',
		description:
			'Template for the steps of the user. Cashfree gives you the name. If empty, the node does not send it.',
	},
	{
		displayName: 'Agent Template',
		name: 'agentTemplate',
		type: 'string',
		default: 'vkyc_agent_template_v2',
		displayOptions: { show: showOnlyForInitiate },
		placeholder: 'e.g. vkyc_agent_template_v2',
		description:
			'Template for the screen of the agent. Cashfree gives you the name. If empty, the node does not send it.',
	},
	...withWholeExpression({
		displayName: 'Security Questions',
		name: 'securityQuestions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Question',
		default: {},
		displayOptions: { show: showOnlyForInitiate },
		description:
			"Questions that the agent asks in the call, in this order. Cashfree's dashboard allows at most five.",
		options: [
			{
				displayName: 'Question',
				name: 'question',
				values: [
					{
						displayName: 'Question',
						name: 'question',
						type: 'string',
						default: '',
						placeholder: "e.g. What is your father's name?",
						description: 'A question that the agent asks in the call',
					},
					{
						displayName: 'Answer',
						name: 'answer',
						type: 'string',
						default: '',
						placeholder: 'e.g. Ravi Rao',
						description: 'The answer that the agent expects',
					},
				],
			},
		],
	}),
	...outputAndOptions(showOnlyForInitiate, [
		{
			displayName: 'Additional Body Fields',
			name: 'additionalBodyFields',
			type: 'json',
			default: '{}',
			description: 'Extra fields to merge into the request body, as a JSON object',
		},
		{
			displayName: 'If Verification Exists',
			name: 'ifExists',
			type: 'options',
			options: [
				{
					name: 'Return It',
					value: 'return',
					description: 'Return the existing verification of the same user, and send nothing again',
				},
				{ name: 'Stop With a Message', value: 'refuse' },
			],
			default: 'return',
			description: 'What to do when the verification ID is in use already, e.g. by an earlier run',
		},
	]),
];
