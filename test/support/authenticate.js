/**
 * @import {
 *   ICredentialDataDecryptedObject, ICredentialType, IDataObject, IHttpRequestHelper,
 *   IHttpRequestOptions, INode, Workflow
 * } from 'n8n-workflow'
 */
const { isExpression } = require('n8n-workflow');

/**
 * Signs a request as the n8n server does: by the credential type's function, or by the entries of
 * its declaration (`headers`, `qs`, `body`, `auth`), whose expressions see `$credentials`.
 *
 * @param {ICredentialType} type
 * @param {ICredentialDataDecryptedObject} credentials
 * @param {IHttpRequestOptions} request changed in place by a declaration
 * @param {Workflow} [workflow]
 * @param {INode} [node]
 * @returns {Promise<IHttpRequestOptions>}
 */
async function authenticate({ authenticate }, credentials, request, workflow, node) {
	if (!authenticate) return request;
	if (typeof authenticate === 'function') return await authenticate(credentials, request);
	if (!workflow || !node) throw new Error('A declared authentication needs a workflow and a node.');

	/** @param {string} value */
	const resolve = (value) => {
		if (!isExpression(value)) return value;
		const keys = { $credentials: credentials };
		const { expression } = workflow;
		return String(expression.getSimpleParameterValue(node, value, 'internal', keys) || '');
	};
	const options = /** @type {Record<string, IDataObject>} */ (/** @type {unknown} */ (request));
	options.headers ??= {};
	for (const [part, entries] of Object.entries(authenticate.properties)) {
		options[part] ??= {};
		for (const [key, value] of Object.entries(entries)) {
			options[part][resolve(key)] = resolve(value);
		}
	}
	return request;
}

/**
 * What a credential type's `preAuthentication` gives. As on the server it is asked only where the
 * type has a hidden property marked `expirable`, and where that is empty or has expired.
 *
 * @param {ICredentialType} type
 * @param {IHttpRequestHelper} helpers
 * @param {ICredentialDataDecryptedObject} credentials
 * @param {boolean} expired
 * @returns {Promise<ICredentialDataDecryptedObject | undefined>}
 */
async function freshToken({ properties, preAuthentication }, helpers, credentials, expired) {
	const token = properties.find(
		({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
	);
	if (!token || !preAuthentication) return undefined;
	if (credentials[token.name] !== '' && !expired) return undefined;
	const output = await preAuthentication.call(helpers, credentials);
	if (output[token.name] === undefined) return undefined;
	return /** @type {ICredentialDataDecryptedObject} */ (output);
}

module.exports = { authenticate, freshToken };
