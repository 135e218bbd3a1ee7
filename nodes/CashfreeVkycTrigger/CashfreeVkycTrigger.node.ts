import {
	NodeConnectionTypes,
	NodeOperationError,
	type IDataObject,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { cashfreeSecureIdApiTest } from '../../credentials/credentialTest';
import { shapeOutput } from '../shared/output';
import { isChosen, isVideoKycEvent, parseEvent } from './events';
import { triggerProperties } from './fields';
import { simplifiedFields, withDelivery } from './output';
import { triggerPanel } from './panel';
import { deliveryKey, takeDelivery } from './repeats';
import { fetchSecrets, recentSecrets } from './secrets';
import { readOutput, readSettings } from './settings';
import { verifyDelivery, type SignatureScheme } from './signature';

/** n8n answers 200 by itself and starts no execution. */
const notForUs: IWebhookResponseData = {};

/** Answers without a throw, which would start an execution that fails, for each forged delivery. */
function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	context.logger.warn(`Cashfree VKYC Trigger refused a delivery: ${reason}`, {
		workflowId: context.getWorkflow().id,
		nodeName: context.getNode().name,
	});
	context.getResponseObject().status(status).send({ message: reason });
	return { noWebhookResponse: true };
}

/** The exact bytes received, which n8n has not read where it cannot parse their content type. */
async function readRawBody(context: IWebhookFunctions): Promise<Buffer | undefined> {
	const request = context.getRequestObject();
	// it cannot be read where the connection broke, or n8n took it for an upload of files
	if (!request.rawBody) await request.readRawBody?.().catch(() => undefined);
	return request.rawBody;
}

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
			'Starts the workflow on events of Cashfree Video KYC (V-CIP): link generated, call completed, auditor review and more',
		eventTriggerDescription:
			'Register the test URL in the Cashfree dashboard, then generate a Video KYC link or take a verification a step further',
		activationMessage:
			'The chosen Video KYC events now start this workflow, if its production URL is registered in the Cashfree dashboard.',
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
				const { events, verifySignature } = readSettings(this);
				if (events.length === 0) {
					throw new NodeOperationError(
						this.getNode(),
						"Choose at least one event in 'Events'. Without one nothing can start this workflow.",
						{ level: 'warning' },
					);
				}
				readOutput(this);
				if (verifySignature) await fetchSecrets(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const rawBody = await readRawBody(this);
		const event = parseEvent(rawBody);
		// what n8n alone reads as an event claims to be one
		if (![event, this.getBodyData()].some(isVideoKycEvent)) return notForUs;

		const headers = this.getHeaderData() as IDataObject;
		const settings = readSettings(this);

		let scheme: SignatureScheme | null = null;
		if (settings.verifySignature) {
			try {
				const now = Date.now();
				const verdict = await verifyDelivery(
					{ headers, rawBody },
					{ ...settings, now },
					async (maxAge) => await recentSecrets(this, maxAge, now),
				);
				if ('refusal' in verdict) return refuse(this, 401, verdict.refusal);
				({ scheme } = verdict);
			} catch (reason) {
				return refuse(this, 503, (reason as Error).message);
			}
		}

		if (!isVideoKycEvent(event) || !isChosen(event.event_type, settings.events)) return notForUs;

		const output = readOutput(this);
		const isRepeatKnown = settings.ignoreRepeats && this.getMode() !== 'manual';
		const known = isRepeatKnown ? takeDelivery(this, deliveryKey(event)) : 'first';
		if (known === 'repeated') return notForUs;
		if (known === 'under way') {
			return refuse(this, 503, 'n8n is still at work on an earlier delivery of this event');
		}

		const json = shapeOutput(withDelivery(event, headers, scheme), { ...output, simplifiedFields });
		return { workflowData: [this.helpers.returnJsonArray(json)] };
	}
}
