import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from '../shared/collection';
import { decisionProperties } from '../shared/decisionWords';
import { maskProperty, outputProperties } from '../shared/outputProperties';
import { defaultEvents, eventOptions } from './events';

const options: INodeProperties[] = [
	maskProperty,
	...decisionProperties,
	{
		displayName: 'Allow Legacy Body Signature',
		name: 'allowBodySignature',
		type: 'boolean',
		default: false,
		description:
			"Whether to accept deliveries that have no signature header if the older signature inside the body is right. It covers only the values in 'data', not the event type or time, so the 'Maximum Age (Hours)' cannot be checked. Switch this on only if Cashfree sends your events that way.",
	},
	{
		displayName: 'Ignore Duplicate Deliveries',
		name: 'ignoreDuplicates',
		type: 'boolean',
		default: true,
		description:
			"Whether to start the workflow only once if Cashfree delivers an event again, and once for each outcome by 'Verification Finished'. The last 1,000 events of the workflow are remembered; test events are never ignored.",
	},
	{
		displayName: 'Maximum Age (Hours)',
		name: 'maximumAge',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description:
			'The node refuses older deliveries. A duplicate may have the time of the first one, so do not choose too short a time. Use 0 to accept any age.',
	},
];

/** How each option is named on the screen. */
export const optionLabels = new Map(options.map(({ name, displayName }) => [name, displayName]));

export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			"Publish this workflow, copy the production URL under 'Webhook URLs' above, and register it in the Cashfree dashboard: Developers > Webhooks > Add Webhook URL on the Secure ID card, then Test & Add Webhook. The test URL works only while this node listens for a test event.",
		name: 'setupNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Verify Signature',
		name: 'verifySignature',
		type: 'boolean',
		noDataExpression: true,
		default: true,
		description:
			'Whether to refuse events that are not signed with the client secret of the credential, or are too old',
	},
	{
		displayName:
			'The signature is not verified: whoever knows the URL can start this workflow with made-up events. Switch this off only to find out why events do not arrive',
		name: 'unverifiedNotice',
		type: 'notice',
		displayOptions: { show: { verifySignature: [false] } },
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventOptions,
		default: [...defaultEvents],
		description:
			"The events that start the workflow, once each. All others are ignored. 'Verification Finished' means any event that ends a verification.",
	},
	...outputProperties({}, { fields: 'event_type, outcome', nested: 'data.status' }),
	...optionsCollection(options),
];
