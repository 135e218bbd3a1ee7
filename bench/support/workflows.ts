import type { Credential, WorkflowNode } from '../../local/n8n/examples';
import { withCredential } from '../../local/n8n/examples';
import { errorOf, outputOf } from '../../local/n8n/execution';
import type { Execution } from '../../local/n8n/execution';
import type { N8nRest } from '../../local/n8n/rest';
import { newNode } from '../../local/n8n/workflowNode';
import { packageName } from './nodes';

export interface Measured {
	/** n8n's own measure of the node's time, in milliseconds */
	ms: number;
	/** when the node started, in milliseconds since 1970 */
	startedAt: number;
	/** how many came out */
	items: number;
	json: object[];
}

/**
 * What saves and runs the workflows to measure.
 *
 * @param rest signed in
 * @param credential for the nodes of the package
 */
export function workflowsOf(rest: N8nRest, credential: Credential) {
	/** @param workflow of nodes in a row */
	async function save(row: { name: string; nodes: WorkflowNode[]; pinData?: object }) {
		const links = row.nodes.slice(1).map(({ name }, index) => {
			const to = { node: name, type: 'main', index: 0 };
			return [row.nodes[index]?.name, { main: [[to]] }];
		});
		const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' };
		const workflow = { ...row, connections: Object.fromEntries(links), settings };
		return await rest.createWorkflow(withCredential(workflow, credential, packageName));
	}

	/** @throws where it did not succeed */
	async function succeeded(id: string): Promise<Execution> {
		const execution = await rest.waitForExecution(id, { timeoutMs: 600_000 });
		const error = errorOf(execution);
		if (error) throw new Error(`A run did not succeed: ${error}`);
		return execution;
	}

	/**
	 * Runs one node for some items.
	 *
	 * @param node named `Measured`
	 * @param items JSON of each
	 * @param before nodes that the items pass first
	 */
	async function measure(
		node: WorkflowNode,
		items: object[],
		before: WorkflowNode[] = [],
	): Promise<Measured> {
		const pinData = { Start: items.map((json) => ({ json })) };
		const nodes = [newNode('Start', 'n8n-nodes-base.manualTrigger'), ...before, node];
		const workflow = await save({ name: 'Bench', nodes, pinData });
		const execution = await succeeded(await rest.startWorkflow(workflow, 'Start'));
		const [run] = execution.data?.resultData.runData[node.name] ?? [];
		const json = outputOf(execution, node.name);
		const { executionTime: ms = NaN, startTime: startedAt = NaN } = run ?? {};
		return { ms, startedAt, items: json.length, json };
	}

	return { save, measure };
}
