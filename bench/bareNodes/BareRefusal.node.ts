import type { INodeType, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { bareDescription } from './bareDescription';

/** The least that a trigger can do to refuse: it answers 401 at once. */
export class BareRefusal implements INodeType {
	description = bareDescription('Bare Refusal', 'bareRefusal', 'Refuses each call');

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		this.getResponseObject().status(401).send({ message: 'Refused' });
		return { noWebhookResponse: true };
	}
}
