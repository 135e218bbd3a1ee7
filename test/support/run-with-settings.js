/** @import { IDataObject, INode } from 'n8n-workflow' */
const { CashfreeSecureIdApi } = require('../../credentials/CashfreeSecureIdApi.credentials');
const { CashfreeVkyc } = require('../../nodes/CashfreeVkyc/CashfreeVkyc.node');
const { credentialFor, type } = require('./cashfree-workflow');
const { runWorkflow } = require('./engine');

/**
 * Runs the node with what stands on its tab *Settings*.
 *
 * @param {object} run
 * @param {import('./cashfree-workflow').Cashfree} run.cashfree
 * @param {object} run.parameters
 * @param {IDataObject[]} run.items
 * @param {Partial<INode>} run.settings e.g. `retryOnFail`
 * @param {AbortSignal} [run.signal]
 */
async function runWithSettings({ cashfree, parameters, items, settings, signal }) {
	/** @type {(name: string, type: string, more: object) => INode} */
	const node = (name, nodeType, more) => ({
		id: name,
		name,
		type: nodeType,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const result = await runWorkflow({
		workflow: {
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger', {}),
				node('Node', type, { parameters, ...settings }),
			],
			connections: { Start: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
		},
		nodeTypes: { [type]: new CashfreeVkyc() },
		credentialTypes: { cashfreeSecureIdApi: new CashfreeSecureIdApi() },
		credentials: { cashfreeSecureIdApi: credentialFor(cashfree) },
		items,
		signal,
	});
	return { ...result, json: result.output('Node').map((item) => item.json) };
}

module.exports = { runWithSettings };
