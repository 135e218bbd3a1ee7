import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/**
 * What of a credential must not appear in a message.
 *
 * @param credentials the decrypted credential
 * @returns the values of its keys that are not empty
 */
export const secretsOf = ({
	clientId,
	clientSecret,
	earlierClientSecrets,
	publicKey,
}: ICredentialDataDecryptedObject): string[] =>
	[clientId, clientSecret, earlierClientSecrets, publicKey]
		.map((key) => String(key ?? ''))
		.filter((key) => key !== '');
