const fs = require('node:fs/promises');
const path = require('node:path');

/**
 * @typedef {object} Workflow a workflow as n8n exports it
 * @property {string} name
 * @property {{ name: string, type: string, credentials?: Record<string, { id: string, name: string }>,
 * [key: string]: unknown }[]} nodes
 * @property {object} connections
 * @property {object} [settings]
 * @property {object} [pinData]
 */

/** @typedef {{ id: string, name: string, type: string }} Credential */

/**
 * Reads the workflows of a folder that use a package.
 *
 * @param {string} folder
 * @param {string} packageName
 * @returns {Promise<{ file: string, workflow: Workflow }[]>} by file name; none where there is no
 * such folder
 */
async function readWorkflows(folder, packageName) {
	const names = await fs.readdir(folder).catch(() => []);
	const found = [];
	for (const file of names.filter((name) => name.endsWith('.json')).sort()) {
		/** @type {Workflow} */
		const workflow = JSON.parse(await fs.readFile(path.join(folder, file), 'utf8'));
		const uses = workflow.nodes?.some(({ type }) => type.startsWith(`${packageName}.`));
		if (uses) found.push({ file, workflow });
	}
	return found;
}

/**
 * Puts a credential where a builder who imports a workflow picks one: in each node of the package,
 * and in each other node that names a credential of its type.
 *
 * @param {Workflow} workflow
 * @param {Credential} credential
 * @param {string} packageName
 * @returns {Workflow} a copy
 */
function withCredential(workflow, { id, name, type }, packageName) {
	const nodes = workflow.nodes.map((node) => {
		const wants = node.type.startsWith(`${packageName}.`) || node.credentials?.[type];
		return wants ? { ...node, credentials: { ...node.credentials, [type]: { id, name } } } : node;
	});
	return { ...workflow, nodes };
}

module.exports = { readWorkflows, withCredential };
