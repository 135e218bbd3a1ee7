import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowNode } from '../../local/n8n/examples';
import { newNode } from '../../local/n8n/workflowNode';
import { barePackageName } from './bareNodes';
import { deliver } from './deliveries';
import type { Delivered, Delivery } from './deliveries';
import type { Started } from './n8n';
import { packageName } from './nodes';

const newTrigger = (type: string) => {
	const settings = { typeVersion: 1.1, webhookId: randomUUID() };
	return { node: newNode('Event', type, {}, settings), path: `${settings.webhookId}/webhook` };
};

const newWebhook = () => {
	const path = randomUUID();
	const parameters = { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} };
	const settings = { typeVersion: 2.1, webhookId: randomUUID() };
	return { node: newNode('Event', 'n8n-nodes-base.webhook', parameters, settings), path };
};

/** What deliveries can be sent to. */
export interface Listening {
	/**
	 * Delivers, and waits until all executions have ended.
	 *
	 * @param starts how many executions it must start
	 */
	send(list: Delivery[], atOnce: number, starts: number): Promise<Delivered>;
	/** @throws where another number of executions has started, or has succeeded, than should have */
	assertStarts(): Promise<void>;
}

/** Publishes a workflow of a trigger and a node that does nothing. */
async function publish(
	n8n: Started,
	name: string,
	{ node, path }: { node: WorkflowNode; path: string },
): Promise<Listening> {
	const workflow = await n8n.save({ name, nodes: [node, newNode('Next', 'n8n-nodes-base.noOp')] });
	await n8n.rest.activateWorkflow(workflow);
	const countOf = async (filter: object) => {
		const query = encodeURIComponent(JSON.stringify({ workflowId: workflow.id, ...filter }));
		const asked = `/executions?filter=${query}&limit=1`;
		return (await n8n.rest.request<{ count: number }>('GET', asked)).count;
	};
	let started = 0;
	return {
		async send(list, atOnce, starts) {
			const result = await deliver(`${n8n.url}/webhook/${path}`, list, atOnce);
			started += starts;
			const ended = async () => (await countOf({ status: ['success'] })) >= started;
			for (let tries = 0; starts > 0 && !(await ended()); tries++) {
				if (tries === 600) throw new Error(`${name}: not all executions have succeeded.`);
				await sleep(100);
			}
			return result;
		},
		async assertStarts() {
			await sleep(1000);
			const [all, good] = [await countOf({}), await countOf({ status: ['success'] })];
			if (all !== started || good !== started) {
				throw new Error(`${name}: ${all} executions, ${good} succeeded, not ${started}.`);
			}
		},
	};
}

/** Publishes this package's trigger, and what it is measured beside. */
export const listenWith = async (n8n: Started) => ({
	ours: await publish(n8n, 'Trigger', newTrigger(`${packageName}.cashfreeVkycTrigger`)),
	bare: await publish(n8n, 'Bare trigger', newTrigger(`${barePackageName}.bareTrigger`)),
	bare401: await publish(n8n, 'Bare 401', newTrigger(`${barePackageName}.bareRefusal`)),
	webhook: await publish(n8n, 'Webhook node', newWebhook()),
});
