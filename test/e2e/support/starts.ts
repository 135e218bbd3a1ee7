import type { WorkflowNode } from '../../../local/n8n/examples';
import type { Execution } from '../../../local/n8n/execution';
import type { SavedWorkflow } from '../../../local/n8n/rest';
import type { Instance } from './instance';
import { triggerType } from './workflows';
import { executionsOf, until } from './waiting';

const types = {
	manual: 'n8n-nodes-base.manualTrigger',
	schedule: 'n8n-nodes-base.scheduleTrigger',
	form: 'n8n-nodes-base.formTrigger',
	webhook: 'n8n-nodes-base.webhook',
	chat: '@n8n/n8n-nodes-langchain.chatTrigger',
	event: triggerType,
};

export type Start = keyof typeof types;

interface Header {
	name: string;
	value: string;
}

type Trigger = WorkflowNode & { webhookId?: string; parameters?: Record<string, string> };

/** An execution, and the last page of the form that started it, as HTML. */
type Started = Execution & { page?: string | undefined };

/** Sends something to a trigger, and results in the HTTP status that it answered with. */
type Sender = (
	instance: Instance,
	trigger: Trigger,
	what: never,
	header: Header,
) => Promise<{ status: number | null; page?: string }>;

function triggerOf({ nodes }: SavedWorkflow, kind: Start): Trigger {
	const trigger = nodes.find(({ type }) => type === types[kind]);
	if (!trigger) throw new Error(`The workflow has no trigger of the type ${types[kind]}.`);
	return trigger;
}

async function lastExecution(
	{ rest }: Instance,
	workflow: SavedWorkflow,
	count = 1,
): Promise<Execution> {
	const execution = (await executionsOf(rest, workflow, count)).at(-1);
	if (!execution) throw new Error('No execution was started.');
	return execution;
}

/** Runs the workflow by hand from its trigger, as the editor does. */
const byHand = (kind: Start) => async (instance: Instance, workflow: SavedWorkflow) =>
	await instance.rest.runWorkflow(workflow, { trigger: triggerOf(workflow, kind).name });

/** Switches the workflow on, sends something to its trigger, and waits for the execution. */
const bySending =
	(kind: Start, send: Sender) =>
	async (
		instance: Instance,
		workflow: SavedWorkflow,
		what?: unknown,
		header = { name: '', value: '' },
	): Promise<Started> => {
		const earlier = await instance.rest.getExecutions({ workflowId: workflow.id });
		if (earlier.length === 0) await instance.rest.activateWorkflow(workflow);
		const answer = await send(instance, triggerOf(workflow, kind), what as never, header);
		if (answer.status !== 200) throw new Error(`The trigger answered with HTTP ${answer.status}.`);
		const execution = await lastExecution(instance, workflow, earlier.length + 1);
		return { ...execution, page: answer.page };
	};

type FormValue = string | File;

/** What the form sends along by itself. */
const hiddenField = /<input type="hidden" id="[^"]+" name="(field-\d+)" value="([^"]*)"/g;

/**
 * Fills in a form and looks at its last page, if it has one, which then ends the execution, as in a
 * browser.
 */
async function submitForm({ url, http }: Instance, { webhookId }: Trigger, values: FormValue[]) {
	const body = new FormData();
	const { data: form } = await http.get(`/form/${webhookId}`);
	for (const [, field, value] of form.matchAll(hiddenField)) body.append(field, value);
	values.forEach((value, index) => body.append(`field-${index}`, value));
	// With fetch: axios does not see that this is a form when jest has made it.
	const submitted = await fetch(`${url}/form/${webhookId}`, { method: 'POST', body });
	const { formWaitingUrl } = (await submitted.json()) as { formWaitingUrl?: string };
	if (!formWaitingUrl) return { status: submitted.status };
	const page = new URL(formWaitingUrl);
	await until('the last page of the form', async () => {
		const { data } = await http.get(`${page.pathname}/n8n-execution-status${page.search}`);
		return data === 'form-waiting' ? data : undefined;
	});
	const { data, status } = await http.get(page.href);
	if (!data.includes('<h1>')) throw new Error(`The last page of the form is: ${data}`);
	if (!data.includes(`href="${url}/form/${webhookId}"`)) {
		throw new Error(`The last page of the form does not lead back: ${data}`);
	}
	// The page's script does the same, and waits for no answer: there is none.
	await http.post(page.href, undefined, { timeout: 1_000 }).catch(() => {});
	return { status, page: data };
}

/** Says something in the chat of the editor. */
async function chat(instance: Instance, workflow: SavedWorkflow, chatInput?: unknown) {
	const { rest } = instance;
	const { name } = triggerOf(workflow, 'chat');
	const json = { sessionId: 'session', action: 'sendMessage', chatInput };
	const run = { startTime: Date.now(), executionTime: 0, executionIndex: 0, source: [null] };
	const data = { ...run, executionStatus: 'success', data: { main: [[{ json }]] } };
	const body = { workflowData: workflow, triggerToStartFrom: { name, data } };
	await rest.request('POST', `/workflows/${workflow.id}/run`, body);
	return await lastExecution(instance, workflow);
}

/**
 * How a workflow is started, by the kind of its trigger, with what is sent to it: a form gets the
 * values of its fields in their order, a webhook JSON, the Cashfree trigger an event, which the local
 * Cashfree server signs, and a chat a message. A webhook wants a header, and has to refuse who does
 * not send it.
 */
export const starts: Record<
	Start,
	(instance: Instance, workflow: SavedWorkflow, what?: unknown, header?: Header) => Promise<Started>
> = {
	manual: byHand('manual'),
	schedule: byHand('schedule'),
	form: bySending('form', submitForm),
	webhook: bySending('webhook', async ({ http }, trigger, data, { name, value }) => {
		const { webhookId, parameters: { httpMethod: method = 'GET', path = webhookId } = {} } =
			trigger;
		const asked = { method, url: `/webhook/${path}`, data };
		const stranger = await http.request(asked);
		if (stranger.status !== 403) throw new Error(`A stranger got HTTP ${stranger.status}.`);
		return await http.request({ ...asked, headers: { [name]: value } });
	}),
	event: bySending('event', async ({ url, cashfree }, { webhookId }, event) =>
		cashfree.webhooks.deliver(`${url}/webhook/${webhookId}/webhook`, event),
	),
	chat,
};
