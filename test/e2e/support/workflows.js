const { randomUUID } = require('node:crypto');
const { withCredential } = require('../../../local/n8n/examples');
const packageName = require('../../../package.json').name;

const actionType = `${packageName}.cashfreeVkyc`;
const triggerType = `${packageName}.cashfreeVkycTrigger`;

/**
 * @param {string} name
 * @param {string} type
 * @param {object} [parameters]
 * @param {object} [settings] of the node, such as `onError`
 */
const node = (name, type, parameters = {}, settings = {}) => ({
	...{ id: randomUUID(), name, type, typeVersion: 1, position: [0, 0], parameters },
	...settings,
});

/** The Cashfree VKYC node. */
const cashfree = (parameters, settings) => node('Cashfree', actionType, parameters, settings);

/** The Cashfree VKYC Trigger. */
const cashfreeTrigger = (parameters, settings) =>
	node('Event', triggerType, parameters, {
		typeVersion: 1.1,
		webhookId: randomUUID(),
		...settings,
	});

const nothing = (name = 'Next') => node(name, 'n8n-nodes-base.noOp');

/**
 * Nodes one after the other, laid out from left to right.
 *
 * @param {string} name
 * @param {object[]} nodes
 * @param {{ id: string, name: string, type: string }} [credential] for each node that wants one
 */
function chain(name, nodes, credential) {
	const laidOut = nodes.map((each, index) => ({ ...each, position: [index * 220, 0] }));
	const links = laidOut.slice(0, -1).map((each, index) => {
		const to = { node: laidOut[index + 1].name, type: 'main', index: 0 };
		return [each.name, { main: [[to]] }];
	});
	const settings = { executionOrder: 'v1' };
	const workflow = { name, nodes: laidOut, connections: Object.fromEntries(links), settings };
	return credential ? withCredential(workflow, credential, packageName) : workflow;
}

/**
 * Runs a node by hand for some items, which come from the pinned data of its trigger.
 *
 * @param {Awaited<ReturnType<typeof import('./instance').startInstance>>} instance
 * @param {ReturnType<typeof node>} tested
 * @param {object[]} [items] JSON of each item; default: one empty item
 * @returns {Promise<import('../../../local/n8n/execution').Execution>}
 */
async function runNode({ rest, credential }, tested, items = [{}]) {
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const workflow = chain(`Test of ${tested.name}`, [start, tested], credential);
	const pinData = { Start: items.map((json) => ({ json })) };
	const saved = await rest.createWorkflow({ ...workflow, pinData });
	return await rest.runWorkflow(saved, { trigger: 'Start' });
}

module.exports = {
	...{ actionType, triggerType, packageName },
	...{ cashfree, cashfreeTrigger, chain, node, nothing, runNode },
};
