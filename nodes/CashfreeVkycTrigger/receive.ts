import { NodeOperationError } from 'n8n-workflow';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { withOutcome } from '../shared/outcome';
import { shapeOutput } from '../shared/output';
import { takeDelivery } from './deduplication';
import { otherProducts } from './events';
import { claimsToBeEvent, isTooDeep, readBody } from './readEvent';
import { describeDelivery, maskOtherEvent, simplifiedFields, withDelivery } from './output';
import { recentSecrets } from './secrets';
import { readEvents, readOutput, readSettings } from './settings';
import type { TriggerSettings } from './settings';
import { verifyDelivery } from './signature';
import type { Delivery, SignatureScheme } from './signature';
import { keysOf, startOf } from './start';

/** n8n answers 200 by itself and starts no execution. */
const notForUs: IWebhookResponseData = {};

interface Refusal {
	status: 401 | 500 | 503;
	reason: string;
}

/** The node's own messages hold nothing of the event; others may. */
const failed = (error: unknown): Refusal => ({
	status: 503,
	reason: error instanceof NodeOperationError ? error.message : 'The delivery could not be handled',
});

/** Answers without a throw, which would start an execution that fails, for each forged delivery. */
function refuse(context: IWebhookFunctions, { status, reason }: Refusal): IWebhookResponseData {
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

/** Whether events of other products are chosen, or may be: 'Events' cannot be read. */
function mayTakeOtherProducts(context: IWebhookFunctions): boolean {
	try {
		return readEvents(context).includes(otherProducts);
	} catch {
		return true;
	}
}

/** By which scheme a delivery is proven, null where it need not be; or why it is refused. */
async function prove(
	context: IWebhookFunctions,
	delivery: Delivery,
	settings: TriggerSettings,
): Promise<{ scheme: SignatureScheme | null } | Refusal> {
	if (!settings.verifySignature) return { scheme: null };
	try {
		const policy = { ...settings, now: Date.now() };
		const verdict = await verifyDelivery(
			delivery,
			policy,
			async (maxAge) => await recentSecrets(context, maxAge, performance.now()),
		);
		return 'refusal' in verdict ? { status: 401, reason: verdict.refusal } : verdict;
	} catch (error) {
		return failed(error);
	}
}

/** The start of the workflow with a delivery that is proven, or need not be. */
function handle(
	context: IWebhookFunctions,
	{ headers, rawBody }: Delivery,
	settings: TriggerSettings,
	scheme: SignatureScheme | null,
): IWebhookResponseData | Refusal {
	const body = readBody(rawBody);
	if (body === undefined) return { status: 500, reason: 'The body cannot be read' };
	const start = startOf(body, settings);
	if (!start) return notForUs;
	const { event, outcome } = start;
	if (isTooDeep(event)) return { status: 500, reason: 'The event is nested too deep' };

	const delivery = describeDelivery(event, headers, scheme);
	const output = { ...readOutput(context), simplifiedFields };
	const otherEvent = () => (output.mask ? maskOtherEvent(event) : event);
	const shown = outcome === undefined ? otherEvent() : withOutcome(event, outcome);
	const json = shapeOutput(withDelivery(shown, delivery), output);

	if (settings.ignoreDuplicates && context.getMode() !== 'manual') {
		const known = takeDelivery(context, keysOf(start, delivery), delivery.attempt ?? 0);
		if (known === 'duplicate') return notForUs;
		if (known === 'under way') {
			const reason = 'n8n is still at work on an earlier delivery of this event';
			return { status: 503, reason };
		}
	}
	return { workflowData: [context.helpers.returnJsonArray(json)] };
}

/**
 * Takes a delivery from Cashfree: nothing of it is parsed before it is proven. One that is proven and
 * cannot be handled is answered with an error, so that Cashfree delivers it again.
 *
 * @returns what starts the workflow, or nothing where none is to start
 * @see https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/webhook
 */
export async function receiveDelivery(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const headers: Delivery['headers'] = context.getHeaderData();
	const delivery = { headers, rawBody: await readRawBody(context) };
	let isProven = false;
	// the dashboard's test, which has no signature in its headers, is never refused
	const isClaimed = () =>
		claimsToBeEvent(context.getBodyData(), delivery.rawBody, headers['content-type']) ||
		(headers['x-webhook-signature'] !== undefined && mayTakeOtherProducts(context));
	const answer = (refusal: Refusal) =>
		isProven || isClaimed() ? refuse(context, refusal) : notForUs;
	try {
		const settings = readSettings(context);
		const proof = await prove(context, delivery, settings);
		if ('status' in proof) return answer(proof);
		isProven = proof.scheme !== null;
		const result = handle(context, delivery, settings, proof.scheme);
		return 'status' in result ? answer(result) : result;
	} catch (error) {
		return answer(failed(error));
	}
}
