import type {
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

/** The least that a trigger can do to refuse: it answers 401 at once. */
export class BareRefusal implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bare Refusal',
		name: 'bareRefusal',
		group: ['trigger'],
		// as the trigger of this package: n8n treats version 1 in another way
		version: 1.1,
		description: 'Refuses each call',
		defaults: { name: 'Bare Refusal' },
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
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		this.getResponseObject().status(401).send({ message: 'Refused' });
		return { noWebhookResponse: true };
	}
}
