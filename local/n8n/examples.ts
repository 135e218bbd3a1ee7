import fs from 'node:fs/promises';
import path from 'node:path';

export interface WorkflowNode {
	name: string;
	type: string;
	credentials?: Record<string, { id: string; name: string }>;
	[key: string]: unknown;
}

/** A workflow as n8n exports it. */
export interface Workflow {
	name: string;
	nodes: WorkflowNode[];
	connections: object;
	settings?: object | undefined;
	pinData?: object | undefined;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
}

/**
 * Reads the workflows of a folder that use a package.
 *
 * @returns by file name; none where there is no such folder
 */
export async function readWorkflows(
	folder: string,
	packageName: string,
): Promise<{ file: string; workflow: Workflow }[]> {
	const names = await fs.readdir(folder).catch(() => []);
	const found = [];
	for (const file of names.filter((name) => name.endsWith('.json')).sort()) {
		const workflow: Workflow = JSON.parse(await fs.readFile(path.join(folder, file), 'utf8'));
		const uses = workflow.nodes?.some(({ type }) => type.startsWith(`${packageName}.`));
		if (uses) found.push({ file, workflow });
	}
	return found;
}

/**
 * Puts a credential where a builder who imports a workflow picks one: in each node of the package,
 * and in each other node that names a credential of its type.
 *
 * @returns a copy
 */
export function withCredential(
	workflow: Workflow,
	{ id, name, type }: Credential,
	packageName: string,
): Workflow {
	const nodes = workflow.nodes.map((node) => {
		const wants = node.type.startsWith(`${packageName}.`) || node.credentials?.[type];
		return wants ? { ...node, credentials: { ...node.credentials, [type]: { id, name } } } : node;
	});
	return { ...workflow, nodes };
}
