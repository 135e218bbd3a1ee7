import type { INodeType } from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';

/**
 * A trigger for the harness's own tests: takes deliveries that carry the secret of `sampleApi`,
 * ignores those of kind `other`, and counts the ones it took.
 */
export const sampleTrigger: INodeType = {
	description: {
		displayName: 'Sample Trigger',
		name: 'sampleTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts on deliveries of the sample service',
		defaults: { name: 'Sample Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sampleApi', required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived' },
		],
		properties: [{ displayName: 'Kind', name: 'kind', type: 'string', default: 'sample' }],
	},
	webhookMethods: {
		default: {
			async checkExists() {
				return false;
			},
			async create() {
				const { secret } = await this.getCredentials('sampleApi');
				if (!secret) throw new NodeOperationError(this.getNode(), 'Set the secret first');
				return true;
			},
			async delete() {
				return true;
			},
		},
	},
	async webhook() {
		const { secret } = await this.getCredentials('sampleApi');
		if (this.getHeaderData()['x-secret'] !== secret) {
			this.getResponseObject().status(401).json({ message: 'Unknown sender' });
			return { noWebhookResponse: true };
		}
		const { rawBody } = this.getRequestObject();
		const { kind } = this.getBodyData();
		if (kind === 'broken') throw new NodeOperationError(this.getNode(), 'Cannot be read');
		if (kind !== this.getNodeParameter('kind')) return {};
		const staticData = this.getWorkflowStaticData('node');
		staticData.taken = Number(staticData.taken ?? 0) + 1;
		const json = { kind, bytes: rawBody.length, url: this.getNodeWebhookUrl('default') };
		return { workflowData: [this.helpers.returnJsonArray([json])] };
	},
};
