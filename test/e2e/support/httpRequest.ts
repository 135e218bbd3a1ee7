import { credentialType } from './instance';
import type { Instance } from './instance';
import { node } from './workflows';

/** The built-in HTTP Request node with the credential. */
export function httpRequest(
	{ credential: { id, name } }: Pick<Instance, 'credential'>,
	parameters: object,
	typeVersion: number = 4.2,
) {
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
