/**
 * @import { IDataObject, IWebhookResponseData } from 'n8n-workflow'
 * @import { TriggerOptions } from './trigger-setup'
 */
const { withLogs } = require('./n8n-runtime');
const { HookContext, WebhookContext } = require('n8n-core');
const { jsonParse } = require('n8n-workflow');
const { RecordedResponse } = require('./recorded-response');
const { createTrigger } = require('./trigger-setup');

/**
 * @typedef {object} WebhookRequest
 * @property {Record<string, string | undefined>} [headers] `content-type` is JSON where not given
 * @property {Buffer} [rawBody] what came over the wire; n8n has none for multipart bodies
 * @property {(this: { rawBody?: Buffer }) => Promise<void>} [readRawBody] reads it where n8n has not
 * @property {unknown} [body] what n8n made of it; by default the raw body parsed as JSON
 */

/**
 * Hands one delivery to a trigger's `webhook()` in n8n-core's own context and answers as n8n's
 * server does for a webhook that answers on receipt (`responseMode: 'onReceived'`).
 *
 * @param {TriggerOptions & { request: WebhookRequest }} options
 * @returns {Promise<{
 *   response: { status: number, headers: Record<string, unknown>, body: unknown },
 *   result?: IWebhookResponseData,
 *   items?: IDataObject[],
 *   error?: unknown,
 *   staticData: IDataObject,
 *   decryptions: number,
 *   logs: string[],
 * }>} `items` are those with which an execution would start, nothing where none does; `error` is
 *   what `webhook()` threw, for which n8n saves a failed execution; `staticData` is what n8n would
 *   have saved for the next delivery
 */
async function runWebhook({ request, ...options }) {
	const trigger = createTrigger({ mode: 'webhook', ...options });
	const { workflow, node, additionalData, mode, webhook } = trigger;
	const { rawBody, readRawBody } = request;
	const headers = lowerCase({ 'content-type': 'application/json', ...request.headers });
	const httpResponse = new RecordedResponse();
	/** @param {{ result?: IWebhookResponseData, error?: unknown }} outcome */
	const delivered = (outcome) => ({
		...outcome,
		items: outcome.result?.workflowData?.[0]?.map(({ json }) => json),
		response: {
			status: httpResponse.statusCode,
			headers: httpResponse.headers,
			body: httpResponse.body,
		},
		staticData: trigger.saved(),
		decryptions: trigger.credentialsHelper.decryptions,
	});

	return await withLogs(async (logs) => {
		let body = request.body;
		try {
			body ??= rawBody?.length ? jsonParse(rawBody.toString().replace(/^\uFEFF/, '')) : {};
		} catch {
			httpResponse.status(422).json({ message: 'Failed to parse request body' });
			return { ...delivered({}), logs };
		}
		const bytes = { rawBody, readRawBody };
		const httpRequest = { method: 'POST', headers, ...bytes, body, params: {}, query: {} };
		Object.assign(additionalData, { httpRequest, httpResponse });
		const context = new WebhookContext(workflow, node, additionalData, mode, webhook, [], null);
		try {
			const result = await trigger.nodeType.webhook?.call(context);
			answer(httpResponse, result ?? {});
			return { ...delivered({ result }), logs };
		} catch (error) {
			const message = 'Workflow Webhook Error: Workflow could not be started!';
			httpResponse.status(500).json({ code: 0, message });
			return { ...delivered({ error }), logs };
		}
	});
}

/** @param {Record<string, string | undefined>} headers */
function lowerCase(headers) {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

/**
 * @param {RecordedResponse} response
 * @param {IWebhookResponseData} result
 */
function answer(response, { noWebhookResponse, webhookResponse, workflowData }) {
	if (noWebhookResponse) return;
	const message = workflowData ? 'Workflow was started' : 'Webhook call received';
	response.status(200).send(webhookResponse ?? { message });
}

/**
 * Switches a trigger on as n8n's server does: `create` where `checkExists` finds nothing.
 *
 * @param {TriggerOptions} options `mode` is `trigger` where a workflow is activated (default),
 *   `manual` where the editor listens for a test event
 * @returns {Promise<void>}
 * @throws what the trigger throws, with which n8n refuses to activate the workflow
 */
async function activateTrigger(options) {
	const { workflow, node, additionalData, mode, webhook, nodeType } = createTrigger({
		mode: 'trigger',
		...options,
	});
	const activation = mode === 'manual' ? 'manual' : 'activate';
	const methods = nodeType.webhookMethods?.default;
	const context = new HookContext(workflow, node, additionalData, mode, activation, webhook);
	if (!(await methods?.checkExists?.call(context))) await methods?.create?.call(context);
}

module.exports = { runWebhook, activateTrigger };
