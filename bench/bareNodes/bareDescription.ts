import type { INodeTypeDescription } from 'n8n-workflow';

/** What n8n has to know of a trigger with one webhook and no fields. */
export const bareDescription = (
	displayName: string,
	name: string,
	description: string,
): INodeTypeDescription => ({
	displayName,
	name,
	group: ['trigger'],
	// as the trigger of this package: n8n treats version 1 in another way
	version: 1.1,
	description,
	defaults: { name: displayName },
	inputs: [],
	outputs: ['main'],
	webhooks: [
		{
			name: 'default',
			httpMethod: 'POST',
			responseMode: 'onReceived',
			responseData: 'noData',
			path: 'webhook',
		},
	],
	properties: [],
});
