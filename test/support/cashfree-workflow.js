/**
 * @import { IDataObject, INode, OnError } from 'n8n-workflow'
 */
const { startCashfree } = require('../../local/cashfree');
const { CashfreeSecureIdApi } = require('../../credentials/CashfreeSecureIdApi.credentials');
const { CashfreeVkyc } = require('../../nodes/CashfreeVkyc/CashfreeVkyc.node');
const { runWorkflow } = require('./engine');

const type = 'n8n-nodes-cashfree-vkyc.cashfreeVkyc';

/** @typedef {Awaited<ReturnType<typeof startCashfree>>} Cashfree */

/**
 * The credential with which the node reaches a local Cashfree server, as a user would have saved it.
 *
 * @param {Cashfree} cashfree
 * @param {IDataObject} [changes]
 */
const credentialFor = (cashfree, changes = {}) => ({
	environment: 'custom',
	baseUrl: cashfree.url,
	clientId: cashfree.clientId,
	clientSecret: cashfree.clientSecret,
	twoFactorMethod: 'publicKey',
	publicKey: cashfree.publicKey,
	apiVersion: '2024-12-01',
	...changes,
});

/**
 * Runs the node in a workflow of two nodes, the first of which hands over the items.
 *
 * @param {object} run
 * @param {Cashfree} run.cashfree
 * @param {IDataObject} run.parameters the node's parameters; expressions start with `=`
 * @param {IDataObject[]} [run.items] default: one empty item
 * @param {OnError} [run.onError]
 * @param {IDataObject} [run.credential] changes to the credential
 * @param {string} [run.timezone]
 * @param {AbortSignal} [run.signal]
 */
async function runNode({ cashfree, parameters, items, onError, credential, timezone, signal }) {
	/** @type {INode} */
	const node = {
		id: 'node',
		name: 'Cashfree VKYC',
		type,
		typeVersion: 1,
		position: [200, 0],
		parameters: /** @type {INode['parameters']} */ (parameters),
	};
	const trigger = {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: /** @type {[number, number]} */ ([0, 0]),
		parameters: {},
	};
	const result = await runWorkflow({
		workflow: {
			nodes: [trigger, node],
			connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		},
		nodeTypes: { [type]: new CashfreeVkyc() },
		credentialTypes: { cashfreeSecureIdApi: new CashfreeSecureIdApi() },
		credentials: { cashfreeSecureIdApi: credentialFor(cashfree, credential) },
		items: items ?? [{}],
		onError,
		timezone,
		signal,
	});
	const output = result.output(node.name);
	return { ...result, items: output, json: output.map((item) => item.json) };
}

module.exports = { credentialFor, runNode, startCashfree, type };
