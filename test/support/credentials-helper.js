/**
 * @import {
 *   ICredentialDataDecryptedObject, ICredentialType, ICredentialsExpressionResolveValues,
 *   IExecuteData, IHttpRequestOptions, INodeCredentialsDetails, INodeParameters, INodeProperties,
 *   IWorkflowExecuteAdditionalData, WorkflowExecuteMode
 * } from 'n8n-workflow'
 */
const { getAdditionalKeys } = require('n8n-core');
const { ICredentialsHelper, NodeHelpers } = require('n8n-workflow');
const { authenticate, freshToken } = require('./authenticate');

/**
 * What the n8n server does with credentials, over data held in memory instead of its database.
 * Credentials are known by the name of their type; OAuth and external secrets are left out.
 */
class CredentialsHelper extends ICredentialsHelper {
	/** How often the engine or a node asked for the decrypted data. */
	decryptions = 0;

	/**
	 * @param {Record<string, ICredentialType>} types
	 * @param {Record<string, ICredentialDataDecryptedObject>} data as a user would have saved it
	 */
	constructor(types, data) {
		super();
		this.types = types;
		this.data = { ...data };
	}

	/** @param {string} name */
	type(name) {
		const type = this.types[name];
		if (!type) throw new Error(`Hand over the credential type "${name}" in credentialTypes.`);
		return type;
	}

	/** @type {ICredentialsHelper['getParentTypes']} */
	getParentTypes(name) {
		const parents = this.type(name).extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode() {
		return true;
	}

	/**
	 * @param {string} name
	 * @returns {INodeProperties[]}
	 */
	getCredentialsProperties(name) {
		/** @type {INodeProperties[]} */
		const properties = [];
		for (const type of [...this.getParentTypes(name).reverse(), name]) {
			NodeHelpers.mergeNodeProperties(properties, this.type(type).properties);
		}
		return properties;
	}

	/**
	 * The saved data with the defaults of the type's properties.
	 *
	 * @param {string} type
	 * @returns {ICredentialDataDecryptedObject}
	 */
	withDefaults(type) {
		const saved = this.data[type];
		if (!saved) throw new Error(`Hand over the data of the credential "${type}" in credentials.`);
		const data = NodeHelpers.getNodeParameters(
			this.getCredentialsProperties(type),
			/** @type {INodeParameters} */ (saved),
			true,
			false,
			null,
			null,
		);
		return /** @type {ICredentialDataDecryptedObject} */ (data);
	}

	/**
	 * @param {IWorkflowExecuteAdditionalData} additionalData
	 * @param {INodeCredentialsDetails} _details
	 * @param {string} type
	 * @param {WorkflowExecuteMode} mode
	 * @param {IExecuteData} [executeData]
	 * @param {boolean} [raw]
	 * @param {ICredentialsExpressionResolveValues} [values] present within an execution only
	 * @returns {Promise<ICredentialDataDecryptedObject>}
	 */
	async getDecrypted(additionalData, _details, type, mode, executeData, raw, values) {
		this.decryptions += 1;
		if (raw) return { ...this.data[type] };
		const data = this.withDefaults(type);
		if (!values) return data;
		const resolved = values.workflow.expression.getParameterValue(
			/** @type {INodeParameters} */ (data),
			values.runExecutionData,
			values.runIndex,
			values.itemIndex,
			values.node.name,
			values.connectionInputData,
			mode,
			getAdditionalKeys(additionalData, mode, null, { isCredential: true }),
			executeData,
			false,
			/** @type {INodeParameters} */ (data),
		);
		return /** @type {ICredentialDataDecryptedObject} */ (resolved);
	}

	/** @type {ICredentialsHelper['authenticate']} */
	async authenticate(credentials, type, request, workflow, node) {
		const options = /** @type {IHttpRequestOptions} */ (request);
		return await authenticate(this.type(type), credentials, options, workflow, node);
	}

	/** @type {ICredentialsHelper['preAuthentication']} */
	async preAuthentication(helpers, credentials, type, _node, expired) {
		const fresh = await freshToken(this.type(type), helpers, credentials, expired);
		if (!fresh) return undefined;
		this.data[type] = { ...this.data[type], ...fresh };
		return Object.assign(credentials, fresh);
	}

	/** @returns {Promise<never>} */
	async unsupported() {
		throw new Error('The test harness has no database for credentials.');
	}

	runPreAuthentication = this.unsupported;
	getCredentials = this.unsupported;
	updateCredentials = this.unsupported;
	updateCredentialsOauthTokenData = this.unsupported;
}

module.exports = { CredentialsHelper };
