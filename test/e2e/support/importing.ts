import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkflows } from '../../../local/n8n/examples';
import type { Workflow } from '../../../local/n8n/examples';
import { has } from './features';
import { packageName } from './workflows';

const root = join(__dirname, '..', '..', '..');

/** Nodes that have an address. */
const addressed = /\.(webhook|form|formTrigger|chatTrigger|wait|cashfreeVkycTrigger)$/;

/** Adds what n8n's editor adds when it imports a file, where n8n does not do so itself. */
const asImported = (workflow: Workflow): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		addressed.test(node.type) && !has('webhookIds') ? { ...node, webhookId: randomUUID() } : node,
	),
});

/** @returns what n8n gets when a builder imports one of `examples/`, by file name */
export async function readExamples(): Promise<{ file: string; workflow: Workflow }[]> {
	const found = await readWorkflows(join(root, 'examples'), packageName);
	return found.map(({ file, workflow }) => ({ file, workflow: asImported(workflow) }));
}

/** @returns the same of the workflow in the guide to queue mode */
export async function readEventOnce(): Promise<Workflow> {
	const file = join(root, 'deploy', 'queue-mode', 'event-once.json');
	return asImported(JSON.parse(await readFile(file, 'utf8')));
}
