const { randomUUID } = require('node:crypto');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { installPackage, packPackage } = require('../../local/n8n/communityPackage');
const { withCredential } = require('../../local/n8n/examples');
const { faultOf } = require('../../local/n8n/execution');
const { ensureRuntime } = require('../../local/n8n/runtime');
const { startN8n } = require('../../local/n8n/server');
const packageName = require('../../package.json').name;

const root = path.resolve(__dirname, '..', '..');
const encryptionKey = 'bench-encryption-key';
const owner = { email: 'owner@example.com', password: 'Builder1Password' };

/** @typedef {Awaited<ReturnType<typeof prepare>>} Prepared */
/** @typedef {Awaited<ReturnType<typeof start>>} Started */

/**
 * The n8n to measure in, and the packed package.
 *
 * @param {import('../../local/n8n/progress').Progress} progress
 */
async function prepare(progress) {
	const runtime = await ensureRuntime({ progress });
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-bench-'));
	progress.step('Building and packing the package');
	const tarball = await packPackage({ source: root, target: folder });
	return { runtime, folder, tarball };
}

/**
 * Starts a fresh n8n with the package.
 *
 * @param {Prepared} prepared
 * @param {Record<string, string>} credential of the type Cashfree Secure ID API
 * @param {Record<string, string>} [env] further settings of n8n
 */
async function start({ runtime, folder, tarball }, credential, env = {}) {
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

/**
 * @param {import('../../local/n8n/server').N8n} n8n signed in
 * @param {Record<string, string>} credential
 */
async function withN8n(n8n, credential) {
	const type = 'cashfreeSecureIdApi';
	const saved = await n8n.rest.createCredential({ name: 'Bench', type, data: credential });

	/** @param {{ name: string, nodes: object[], pinData?: object }} workflow of nodes in a row */
	async function save({ name, nodes, pinData }) {
		const named = /** @type {{ name: string, type: string }[]} */ (nodes);
		const links = named.slice(0, -1).map((node, index) => {
			const to = { node: named[index + 1].name, type: 'main', index: 0 };
			return [node.name, { main: [[to]] }];
		});
		const settings = { executionOrder: 'v1', saveDataSuccessExecution: 'all' };
		const workflow = {
			name,
			nodes: named,
			connections: Object.fromEntries(links),
			settings,
			pinData,
		};
		return await n8n.rest.createWorkflow(withCredential(workflow, saved, packageName));
	}

	/**
	 * Saves a workflow of one node for some items.
	 *
	 * @param {object} node named `Measured`
	 * @param {object[]} items JSON of each
	 */
	async function saveFor(node, items) {
		const pinData = { Start: items.map((json) => ({ json })) };
		const nodes = [newNode('Start', 'n8n-nodes-base.manualTrigger'), node];
		return await save({ name: 'Bench', nodes, pinData });
	}

	/**
	 * @param {import('../../local/n8n/rest').SavedWorkflow} workflow
	 * @returns {Promise<string>} the execution's ID
	 */
	const start = async (workflow) => await n8n.rest.startWorkflow(workflow, 'Start');

	/**
	 * @param {string} id of an execution
	 * @returns {Promise<import('../../local/n8n/execution').Execution>} once it has ended
	 * @throws where it did not succeed
	 */
	async function succeeded(id) {
		const execution = await n8n.rest.waitForExecution(id, { timeoutMs: 600_000 });
		const fault = faultOf(execution);
		if (fault) throw new Error(`A run did not succeed: ${fault}`);
		return execution;
	}

	/**
	 * Runs one node for some items.
	 *
	 * @param {object} node named `Measured`
	 * @param {object[]} items JSON of each
	 * @returns {Promise<{ ms: number, items: number, json: object[] }>} n8n's own measure of the time
	 */
	async function measure(node, items) {
		const execution = await succeeded(await start(await saveFor(node, items)));
		const run = execution.data.resultData.runData.Measured[0];
		const json = run.data.main[0].map((/** @type {{ json: object }} */ item) => item.json);
		return { ms: run.executionTime, items: json.length, json };
	}

	return { ...n8n, credential: saved, save, saveFor, start, succeeded, measure };
}

/**
 * @param {string} name
 * @param {string} type
 * @param {object} [parameters]
 * @param {object} [settings]
 */
const newNode = (name, type, parameters = {}, settings = {}) => ({
	...{ id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters },
	...settings,
});

module.exports = { encryptionKey, newNode, owner, packageName, prepare, root, start, withN8n };
