const { credentialType } = require('./instance');
const { node } = require('./workflows');

/**
 * The built-in HTTP Request node with the credential.
 *
 * @param {import('./instance').Instance} instance
 * @param {object} parameters
 * @param {number} [typeVersion]
 */
function httpRequest({ credential: { id, name } }, parameters, typeVersion = 4.2) {
	const authentication = {
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credentialType,
	};
	return node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{ options: {}, ...authentication, ...parameters },
		{ typeVersion, credentials: { [credentialType]: { id, name } } },
	);
}

module.exports = { httpRequest };
