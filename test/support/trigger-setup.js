/**
 * @import {
 *   ICredentialDataDecryptedObject, ICredentialType, IDataObject, INode, INodeParameters, INodeType,
 *   IWebhookData, WorkflowExecuteMode
 * } from 'n8n-workflow'
 */
const { deepCopy } = require('n8n-workflow');
const { CredentialsHelper } = require('./credentials-helper');
const { createAdditionalData, createWorkflow } = require('./workflow-setup');

/**
 * @typedef {object} TriggerOptions
 * @property {INodeType} nodeType a trigger with one webhook
 * @property {INodeParameters} [parameters] as set in the editor; the others have their defaults
 * @property {Record<string, ICredentialType>} [credentialTypes] name to instance
 * @property {Record<string, ICredentialDataDecryptedObject>} [credentials] name of the credential
 *   type to the data a user would have saved
 * @property {string} [credentialId] default: one that no other trigger has
 * @property {IDataObject} [staticData] the node's static data; it is not changed
 * @property {WorkflowExecuteMode} [mode]
 */

/**
 * A workflow that holds nothing but a trigger.
 *
 * @param {TriggerOptions & { mode: WorkflowExecuteMode }} options
 */
function createTrigger({ nodeType, parameters = {}, staticData = {}, mode, ...options }) {
	const { name, displayName, version, webhooks } = nodeType.description;
	const webhookDescription = webhooks?.[0];
	if (!webhookDescription) throw new Error(`"${displayName}" has no webhook.`);
	/** @type {INode} */
	const unset = {
		id: '1',
		webhookId: 'webhook-id',
		name: displayName,
		type: `test.${name}`,
		typeVersion: [version].flat().at(-1) ?? 1,
		position: [0, 0],
		parameters,
	};
	const file = { nodes: [unset], connections: {} };
	const workflow = createWorkflow({
		workflow: file,
		nodeTypes: { [unset.type]: nodeType },
		credentials: options.credentials,
		credentialId: options.credentialId,
		staticData: { [`node:${displayName}`]: deepCopy(staticData) },
	});
	const node = workflow.nodes[displayName];
	const credentialsHelper = new CredentialsHelper(
		options.credentialTypes ?? {},
		options.credentials ?? {},
	);
	const additionalData = createAdditionalData(credentialsHelper, mode, file);
	/** @type {IWebhookData} */
	const webhook = {
		httpMethod: 'POST',
		node: displayName,
		path: webhookDescription.path,
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
		isTest: mode === 'manual',
	};
	return {
		nodeType,
		workflow,
		node,
		additionalData,
		credentialsHelper,
		mode,
		webhook,
		/** What the node has put into its static data. */
		saved: () => deepCopy(workflow.getStaticData('node', node)),
	};
}

module.exports = { createTrigger };
