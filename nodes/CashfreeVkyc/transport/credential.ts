import { NodeOperationError } from 'n8n-workflow';
import type { ICredentialsDecrypted, IExecuteFunctions } from 'n8n-workflow';
import { baseUrl } from '../../../credentials/environment';
import { signedHeaders } from '../../../credentials/sign';

export const credentialType = 'cashfreeSecureIdApi';

/** The credential of a run, read once: to fetch and decrypt it costs more than to sign with it. */
export interface Credential {
	/** What n8n's request helper signs with */
	decrypted: ICredentialsDecrypted;
	/** Where the paths of the API are added to */
	address: string;
	/** What of it may not stand in a message */
	secrets: string[];
	environment: string;
}

/** @throws NodeOperationError where the credential cannot sign, before anything is sent */
export async function readCredential(context: IExecuteFunctions): Promise<Credential> {
	const data = await context.getCredentials(credentialType);
	try {
		const address = baseUrl(data);
		signedHeaders(data, 0);
		const decrypted = { id: '', name: '', type: credentialType, data };
		const { clientId, clientSecret, earlierClientSecrets, publicKey, environment } = data;
		const keys = [clientId, clientSecret, earlierClientSecrets, publicKey];
		const secrets = keys.map((key) => String(key ?? '')).filter((key) => key !== '');
		return { decrypted, address, secrets, environment: String(environment) };
	} catch (reason) {
		const fault = new NodeOperationError(context.getNode(), reason as Error);
		fault.context.data = { code: 'invalid_credential', outcome: 'not sent' };
		throw fault;
	}
}
