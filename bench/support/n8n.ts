import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { installPackage, packPackage } from '../../local/n8n/communityPackage';
import { withCredential } from '../../local/n8n/examples';
import type { WorkflowNode } from '../../local/n8n/examples';
import { faultOf, outputOf } from '../../local/n8n/execution';
import type { Execution } from '../../local/n8n/execution';
import type { Progress } from '../../local/n8n/progress';
import type { SavedWorkflow } from '../../local/n8n/rest';
import { ensureRuntime } from '../../local/n8n/runtime';
import { startN8n } from '../../local/n8n/server';
import type { N8n } from '../../local/n8n/server';
import { name as packageName } from '../../package.json';

export { packageName };

export const root = path.resolve(__dirname, '..', '..');
export const encryptionKey = 'bench-encryption-key';
export const owner = { email: 'owner@example.com', password: 'Builder1Password' };

export type Prepared = Awaited<ReturnType<typeof prepare>>;

export type Started = Awaited<ReturnType<typeof start>>;

/** The n8n to measure in, and the packed package. */
export async function prepare(progress: Progress) {
	const runtime = await ensureRuntime({ progress });
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-bench-'));
	progress.step('Building and packing the package');
	const tarball = await packPackage({ source: root, target: folder });
	return { runtime, folder, tarball };
}

/**
 * Starts a fresh n8n with the package.
 *
 * @param credential of the type Cashfree Secure ID API
 * @param env further settings of n8n
 */
export async function start(
	{ runtime, folder, tarball }: Prepared,
	credential: Record<string, string>,
	env: Record<string, string> = {},
) {
	const userFolder = await fs.mkdtemp(path.join(folder, 'n8n-'));
	await installPackage({ tarball, userFolder });
	const n8n = await startN8n({
		runtime,
		userFolder,
		encryptionKey,
		env: { N8N_PAYLOAD_SIZE_MAX: '64', ...env },
	});
	await n8n.rest.setUpOwner(owner);
	return await withN8n(n8n, credential);
}

/** @param n8n signed in */
export async function withN8n(n8n: N8n, credential: Record<string, string>) {
	const type = 'cashfreeSecureIdApi';
	const saved = await n8n.rest.createCredential({ name: 'Bench', type, data: credential });

	/** @param workflow of nodes in a row */
	async function save(row: { name: string; nodes: WorkflowNode[]; pinData?: object }) {
		const links = row.nodes.slice(1).map(({ name }, index) => {
			const to = { node: name, type: 'main', index: 0 };
			return [row.nodes[index]?.name, { main: [[to]] }];
		});
		const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' };
		const workflow = { ...row, connections: Object.fromEntries(links), settings };
		return await n8n.rest.createWorkflow(withCredential(workflow, saved, packageName));
	}

	/**
	 * Saves a workflow of one node for some items.
	 *
	 * @param node named `Measured`
	 * @param items JSON of each
	 */
	async function saveFor(node: WorkflowNode, items: object[]) {
		const pinData = { Start: items.map((json) => ({ json })) };
		const nodes = [newNode('Start', 'n8n-nodes-base.manualTrigger'), node];
		return await save({ name: 'Bench', nodes, pinData });
	}

	/** @returns the execution's ID */
	const start = async (workflow: SavedWorkflow): Promise<string> =>
		await n8n.rest.startWorkflow(workflow, 'Start');

	/**
	 * @param id of an execution
	 * @returns once it has ended
	 * @throws where it did not succeed
	 */
	async function succeeded(id: string): Promise<Execution> {
		const execution = await n8n.rest.waitForExecution(id, { timeoutMs: 600_000 });
		const fault = faultOf(execution);
		if (fault) throw new Error(`A run did not succeed: ${fault}`);
		return execution;
	}

	/**
	 * Runs one node for some items.
	 *
	 * @param node named `Measured`
	 * @param items JSON of each
	 * @returns n8n's own measure of the time
	 */
	async function measure(
		node: WorkflowNode,
		items: object[],
	): Promise<{ ms: number; items: number; json: object[] }> {
		const execution = await succeeded(await start(await saveFor(node, items)));
		const { executionTime: ms = NaN } = execution.data?.resultData.runData[node.name]?.[0] ?? {};
		const json = outputOf(execution, node.name);
		return { ms, items: json.length, json };
	}

	return { ...n8n, credential: saved, save, saveFor, start, succeeded, measure };
}

export const newNode = (
	name: string,
	type: string,
	parameters: object = {},
	settings: object = {},
): WorkflowNode => ({
	...{ id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters },
	...settings,
});
