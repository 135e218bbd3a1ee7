import type {
	IDataObject,
	IHookFunctions,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import type { TriggerOptions } from './triggerSetup';
import { withLogs } from './n8nRuntime';
import { HookContext, WebhookContext } from 'n8n-core';
import { jsonParse } from 'n8n-workflow';
import { RecordedResponse } from './recordedResponse';
import { createTrigger } from './triggerSetup';

interface WebhookRequest {
	headers?: Record<string, string | undefined>;
	rawBody?: Buffer | undefined;
	readRawBody?: (this: { rawBody?: Buffer }) => Promise<void>;
	body?: unknown;
}

/**
 * Hands one delivery to a trigger's `webhook()` in n8n-core's own context and answers as n8n's
 * server does for a webhook that answers on receipt (`responseMode: 'onReceived'`).
 *
 * @returns `items` are those with which an execution would start, nothing where none does; `error` is
 *   what `webhook()` threw, for which n8n saves a failed execution; `staticData` is what n8n would
 *   have saved for the next delivery
 */
export async function runWebhook({
	request,
	...options
}: TriggerOptions & { request: WebhookRequest }): Promise<{
	response: { status: number; headers: Record<string, unknown>; body: unknown };
	result?: IWebhookResponseData | undefined;
	items?: IDataObject[] | undefined;
	error?: unknown;
	staticData: IDataObject;
	decryptions: number;
	logs: string[];
}> {
	const trigger = createTrigger({ mode: 'webhook', ...options });
	const { workflow, node, additionalData, mode, webhook } = trigger;
	const { rawBody, readRawBody } = request;
	const headers = lowerCase({ 'content-type': 'application/json', ...request.headers });
	const httpResponse = new RecordedResponse();
	const delivered = (outcome: { result?: IWebhookResponseData | undefined; error?: unknown }) => ({
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
		const context: object = new WebhookContext(
			workflow,
			node,
			additionalData,
			mode,
			webhook,
			[],
			null,
		);
		try {
			const result = await trigger.nodeType.webhook?.call(context as IWebhookFunctions);
			answer(httpResponse, result ?? {});
			return { ...delivered({ result }), logs };
		} catch (error) {
			const message = 'Workflow Webhook Error: Workflow could not be started!';
			httpResponse.status(500).json({ code: 0, message });
			return { ...delivered({ error }), logs };
		}
	});
}

function lowerCase(headers: Record<string, string | undefined>) {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
	);
}

function answer(
	response: RecordedResponse,
	{ noWebhookResponse, webhookResponse, workflowData }: IWebhookResponseData,
) {
	if (noWebhookResponse) return;
	const message = workflowData ? 'Workflow was started' : 'Webhook call received';
	response.status(200).send(webhookResponse ?? { message });
}

/**
 * Switches a trigger on as n8n's server does: `create` where `checkExists` finds nothing.
 *
 * @param options `mode` is `trigger` where a workflow is activated (default),
 *   `manual` where the editor listens for a test event
 * @throws what the trigger throws, with which n8n refuses to activate the workflow
 */
export async function activateTrigger(options: TriggerOptions): Promise<void> {
	const { workflow, node, additionalData, mode, webhook, nodeType } = createTrigger({
		mode: 'trigger',
		...options,
	});
	const activation = mode === 'manual' ? 'manual' : 'activate';
	const methods = nodeType.webhookMethods?.default;
	const context: object = new HookContext(
		workflow,
		node,
		additionalData,
		mode,
		activation,
		webhook,
	);
	const hooks = context as IHookFunctions;
	if (!(await methods?.checkExists?.call(hooks))) await methods?.create?.call(hooks);
}
