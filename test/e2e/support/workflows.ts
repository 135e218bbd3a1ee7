import { randomUUID } from 'node:crypto';
import { withCredential } from '../../../local/n8n/examples';
import type { Credential, Workflow, WorkflowNode } from '../../../local/n8n/examples';
import { newNode as node } from '../../../local/n8n/workflowNode';
import type { Execution } from '../../../local/n8n/execution';
import type { Instance } from './instance';
import { name as packageName } from '../../../package.json';

const actionType = `${packageName}.cashfreeVkyc`;
const triggerType = `${packageName}.cashfreeVkycTrigger`;

/** The Cashfree VKYC node. */
const cashfree = (parameters: object, settings?: object) =>
	node('Cashfree', actionType, parameters, settings);

/** The Cashfree VKYC Trigger. */
const cashfreeTrigger = (parameters: object, settings?: object) =>
	node('Event', triggerType, parameters, {
		typeVersion: 1.1,
		webhookId: randomUUID(),
		...settings,
	});

const nothing = (name = 'Next') => node(name, 'n8n-nodes-base.noOp');

/**
 * Nodes one after the other, laid out from left to right.
 *
 * @param credential for each node that wants one
 */
function chain(name: string, nodes: WorkflowNode[], credential?: Credential): Workflow {
	const laidOut = nodes.map((each, index) => ({ ...each, position: [index * 220, 0] }));
	const links = laidOut.slice(1).map(({ name: to }, index) => {
		const main = [[{ node: to, type: 'main', index: 0 }]];
		return [nodes[index]?.name, { main }];
	});
	const settings = { executionOrder: 'v1' };
	const workflow = { name, nodes: laidOut, connections: Object.fromEntries(links), settings };
	return credential ? withCredential(workflow, credential, packageName) : workflow;
}

/**
 * Runs a node by hand for some items, which come from the pinned data of its trigger.
 *
 * @param items JSON of each item; default: one empty item
 */
async function runNode(
	{ rest, credential }: Instance,
	tested: WorkflowNode,
	items: object[] = [{}],
): Promise<Execution> {
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const workflow = chain(`Test of ${tested.name}`, [start, tested], credential);
	const pinData = { Start: items.map((json) => ({ json })) };
	const saved = await rest.createWorkflow({ ...workflow, pinData });
	return await rest.runWorkflow(saved, { trigger: 'Start' });
}

export {
	actionType,
	cashfree,
	cashfreeTrigger,
	chain,
	node,
	nothing,
	packageName,
	runNode,
	triggerType,
};
