import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { cashfreeSecureIdApiTest } from '../../credentials/credentialTest';
import { triggerProperties } from './fields';
import { triggerPanel } from './panel';
import { receiveDelivery } from './receive';
import { fetchSecrets } from './secrets';
import { checkSettings } from './settings';
import { subtitle } from './subtitle';

export class CashfreeVkycTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cashfree VKYC Trigger',
		name: 'cashfreeVkycTrigger',
		icon: {
			light: 'file:../../icons/cashfree-vkyc.svg',
			dark: 'file:../../icons/cashfree-vkyc.dark.svg',
		},
		group: ['trigger'],
		// above 1, n8n evaluates no expression for a delivery before this node has looked at it
		version: 1.1,
		subtitle,
		description:
			'Send customers Cashfree Video KYC (V-CIP) links, and start workflows on events: link generated, call completed, verification finished and more',
		documentationUrl:
			'https://github.com/n8n-nodes-cashfree-vkyc/n8n-nodes-cashfree-vkyc/blob/main/docs/webhooks.md#set-up-the-trigger',
		builderHint: {
			searchHint:
				'Starts a workflow when a Cashfree Video KYC verification makes progress or ends. To act on results, choose the one event "*finished" (Verification Finished) and branch on the field outcome: approved, rejected, reviewed, expired, failed or unknown.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-cashfree-vkyc.cashfreeVkyc',
					relationHint: 'Sends the verification links, and gets status and recording',
				},
			],
		},
		eventTriggerDescription:
			'Register the test URL in the Cashfree dashboard, then generate a Video KYC link or take a verification a step further',
		activationMessage:
			'The chosen events now start this workflow, if its production URL is registered in the Cashfree dashboard.',
		triggerPanel,
		defaults: { name: 'Cashfree VKYC Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'cashfreeSecureIdApi',
				required: true,
				testedBy: 'cashfreeSecureIdApiTest',
				displayOptions: { show: { verifySignature: [true] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: triggerProperties,
	};

	methods = { credentialTest: { cashfreeSecureIdApiTest } };

	/** Webhooks are registered by hand in the Cashfree dashboard, so only the node is looked at here. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { verifySignature } = checkSettings(this);
				if (verifySignature) await fetchSecrets(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this);
	}
}
