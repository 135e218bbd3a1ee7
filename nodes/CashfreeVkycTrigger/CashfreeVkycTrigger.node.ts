import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { cashfreeSecureIdApiTest } from '../../credentials/credentialTest';
import { triggerProperties } from './fields';
import { triggerPanel } from './panel';
import { receiveDelivery } from './receive';
import { fetchSecrets } from './secrets';
import { checkSettings } from './settings';

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
		subtitle:
			'={{ $parameter["verifySignature"] === false ? "signature not verified" : $parameter["events"].length === 1 ? $parameter["events"][0] : $parameter["events"].length + " events" }}',
		description:
			'Starts the workflow on events of Cashfree Video KYC (V-CIP): link generated, call completed, verification finished and more',
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
