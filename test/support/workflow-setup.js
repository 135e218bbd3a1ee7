/**
 * @import {
 *   ICredentialDataDecryptedObject, ICredentialType, IDataObject, INodeType, INodeTypes,
 *   IWorkflowBase, IWorkflowExecuteAdditionalData, OnError, WorkflowExecuteMode
 * } from 'n8n-workflow'
 */
const { Container } = require('./n8n-runtime');
const { ExecutionLifecycleHooks, ExternalSecretsProxy } = require('n8n-core');
const { NodeHelpers, Workflow, deepCopy } = require('n8n-workflow');
const { coreNodes } = require('./core-nodes');

/**
 * What a workflow file needs to run.
 *
 * @typedef {object} Setup
 * @property {Pick<IWorkflowBase, 'nodes' | 'connections'> & Partial<IWorkflowBase>} workflow a
 *   workflow file as the editor exports it, parsed; it is not changed
 * @property {Record<string, INodeType>} nodeTypes full type name, such as
 *   `n8n-nodes-cashfree-vkyc.cashfreeVkyc`, to instance
 * @property {Record<string, ICredentialType>} [credentialTypes] name to instance
 * @property {Record<string, ICredentialDataDecryptedObject>} [credentials] name of the credential
 *   type to the data a user would have saved. Each node of such a type that names no credential
 *   gets it
 * @property {string} [credentialId] of these credentials; default: one that no other workflow has
 * @property {OnError} [onError] what all nodes of `nodeTypes` do when they fail; else as in the file
 * @property {string} [timezone] IANA name; else as in the file
 * @property {IDataObject} [staticData] the workflow's static data
 */

/**
 * @param {Record<string, INodeType>} ownTypes
 * @returns {INodeTypes}
 */
function nodeTypesOf(ownTypes) {
	/** @type {Record<string, INodeType>} */
	const types = { ...coreNodes, ...ownTypes };
	/** @param {string} name */
	const getByName = (name) => {
		const type = types[name];
		if (!type) throw new Error(`Hand over the node type "${name}" in nodeTypes.`);
		return type;
	};
	return {
		getByName,
		getByNameAndVersion: (name, version) =>
			NodeHelpers.getVersionedNodeType(getByName(name), version),
		getKnownTypes: () => ({}),
	};
}

let workflows = 0;

/**
 * @param {Setup} setup
 * @returns {Workflow}
 */
function createWorkflow({ workflow, nodeTypes, credentials = {}, onError, timezone, ...setup }) {
	const { credentialId: id = `credential-${++workflows}`, staticData } = setup;
	const nodes = deepCopy(workflow.nodes);
	for (const node of nodes) {
		const type = nodeTypes[node.type];
		if (!type) continue;
		if (onError) node.onError = onError;
		for (const { name } of type.description.credentials ?? []) {
			if (credentials[name]) node.credentials = { [name]: { id, name }, ...node.credentials };
		}
	}
	return new Workflow({
		id: workflow.id ?? 'test',
		name: workflow.name,
		nodes,
		connections: workflow.connections,
		active: false,
		nodeTypes: nodeTypesOf(nodeTypes),
		settings: { ...workflow.settings, ...(timezone && { timezone }) },
		staticData,
	});
}

/** @returns {Promise<never>} */
async function unsupported() {
	throw new Error('The test harness runs a single workflow, without n8n’s server.');
}

/**
 * What n8n's server hands to the engine beside the workflow.
 *
 * @param {import('./credentials-helper').CredentialsHelper} credentialsHelper
 * @param {WorkflowExecuteMode} mode
 * @param {Setup['workflow']} workflow
 * @returns {IWorkflowExecuteAdditionalData}
 */
function createAdditionalData(credentialsHelper, mode, workflow) {
	const url = 'http://localhost:5678/';
	const executionId = '1';
	return {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks(
			mode,
			executionId,
			/** @type {IWorkflowBase} */ (/** @type {unknown} */ (workflow)),
		),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		restApiUrl: `${url}rest`,
		instanceBaseUrl: url,
		formBaseUrl: `${url}form`,
		formWaitingBaseUrl: `${url}form-waiting`,
		formTestBaseUrl: `${url}form-test`,
		webhookBaseUrl: `${url}webhook`,
		webhookWaitingBaseUrl: `${url}webhook-waiting`,
		webhookTestBaseUrl: `${url}webhook-test`,
		mcpBaseUrl: `${url}mcp`,
		mcpTestBaseUrl: `${url}mcp-test`,
		logAiEvent: () => {},
		executeWorkflow: unsupported,
		getRunExecutionData: unsupported,
		getRuntimeCredential: unsupported,
		startRunnerTask: unsupported,
	};
}

module.exports = { createWorkflow, createAdditionalData };
