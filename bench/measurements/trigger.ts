import { randomUUID } from 'node:crypto';
import type { WorkflowNode } from '../../local/n8n/examples';
import type { Measurement, Row } from '../measurement';
import { deliver, deliveries, settled } from '../support/deliveries';
import type { Delivered, Delivery } from '../support/deliveries';
import { newNode, packageName, start } from '../support/n8n';
import type { Started } from '../support/n8n';
import { ratio, summary } from '../support/stats';

const secret = 'bench-client-secret';
const atOnce = 20;
const total = 2000;

/**
 * n8n's own default makes a sandbox for each delivery to any node but its Webhook node, whether that
 * has an expression or not; the first setting makes it when there is one to evaluate.
 */
const engines: { name: string; env: Record<string, string> }[] = [
	{ name: 'lazy sandboxes', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
	{ name: "n8n's defaults", env: {} },
];

async function publish(n8n: Started, node: WorkflowNode, name: string, path: string) {
	const workflow = await n8n.save({ name, nodes: [node, newNode('Next', 'n8n-nodes-base.noOp')] });
	await n8n.rest.activateWorkflow(workflow);
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	let started = 0;
	return {
		async send(list: Delivery[], starts: number) {
			const result = await deliver(`${n8n.url}/webhook/${path}`, list, atOnce);
			started += starts;
			await settled(async () => {
				const asked = `/executions?filter=${filter}&limit=1`;
				return (await n8n.rest.request<{ count: number }>('GET', asked)).count;
			}, started);
			return result;
		},
	};
}

/**
 * Work E and F: 2,000 deliveries at 20 at once to the trigger, beside the Webhook node, which
 * verifies nothing, and forged deliveries beside genuine ones.
 */
export const trigger: Measurement = async ({ prepared, rounds, progress }) => {
	const credential = { environment: 'sandbox', clientId: 'CFBENCH', clientSecret: secret };
	const rows: Row[] = [];
	for (const { name, env } of engines) {
		const n8n = await start(prepared, { ...credential, apiVersion: '2024-12-01' }, env);
		try {
			const type = 'n8n-nodes-base.webhook';
			const path = randomUUID();
			const theirNode = newNode(
				'Event',
				type,
				{ httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
				{ typeVersion: 2.1, webhookId: randomUUID() },
			);
			const settings = { typeVersion: 1.1, webhookId: randomUUID() };
			const ourNode = newNode('Event', `${packageName}.cashfreeVkycTrigger`, {}, settings);
			const their = await publish(n8n, theirNode, 'Webhook node', path);
			const our = await publish(n8n, ourNode, 'Trigger', `${settings.webhookId}/webhook`);
			const count = Math.ceil(total / rounds);
			const ours: Delivered[] = [];
			const theirs: Delivered[] = [];
			const forged: Delivered[] = [];
			for (const target of [their, our]) await target.send(deliveries(100, secret), 100);
			for (let round = 0; round < rounds; round++) {
				progress.step(`E and F, ${name}: round ${round + 1} of ${rounds}`);
				ours.push(await our.send(deliveries(count, secret), count));
				theirs.push(await their.send(deliveries(count, secret), count));
				forged.push(await our.send(deliveries(count, 'another-secret'), 0));
			}
			if (ours.some(({ statuses }) => statuses[200] !== count)) throw new Error('Not all got 200.');
			if (forged.some(({ statuses }) => statuses[401] !== count))
				throw new Error('Not all got 401.');
			const each = (all: Delivered[], what: 'p50' | 'p99' | 'perSecond') =>
				all.map((result) => result[what]);
			const work = `${total} deliveries, 20 at once, ${name}`;
			rows.push(
				{
					...{ id: `E median, ${name}`, work, beside: 'Webhook node', reach: 1.05 },
					ratio: ratio(each(ours, 'p50'), each(theirs, 'p50')),
					p50: { ours: summary(each(ours, 'p50')), theirs: summary(each(theirs, 'p50')) },
					p99: { ours: summary(each(ours, 'p99')), theirs: summary(each(theirs, 'p99')) },
				},
				{
					...{ id: `E time for all, ${name}`, work, beside: 'Webhook node', reach: 1.05 },
					ratio: ratio(each(theirs, 'perSecond'), each(ours, 'perSecond')),
					perSecond: {
						ours: summary(each(ours, 'perSecond')),
						theirs: summary(each(theirs, 'perSecond')),
					},
				},
				{
					...{ id: `F, ${name}`, work: `${total} forged deliveries, ${name}` },
					...{ beside: 'genuine ones', reach: 0.2 },
					ratio: ratio(each(ours, 'perSecond'), each(forged, 'perSecond')),
					perSecond: summary(each(forged, 'perSecond')),
				},
			);
		} finally {
			await n8n.stop();
		}
	}
	return rows;
};
