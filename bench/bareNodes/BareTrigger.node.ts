import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { bareDescription } from './bareDescription';

/** The least that a trigger can do: it starts the workflow with the body, whoever sent it. */
export class BareTrigger implements INodeType {
	description = bareDescription('Bare Trigger', 'bareTrigger', 'Starts the workflow on each call');

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return { workflowData: [this.helpers.returnJsonArray(this.getBodyData())] };
	}
}
