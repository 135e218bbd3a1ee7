import { NodeOperationError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { baseUrl } from '../../../credentials/environment';
import { signedHeaders } from '../../../credentials/sign';

/**
 * Reads of the credential what the transport needs beside the signature.
 *
 * @throws NodeOperationError where the credential cannot sign, before anything is sent
 */
export async function readCredential(context: IExecuteFunctions) {
	const credentials = await context.getCredentials('cashfreeSecureIdApi');
	try {
		const address = baseUrl(credentials);
		signedHeaders(credentials, 0);
		const { clientSecret, environment } = credentials;
		return { address, secret: String(clientSecret), environment: String(environment) };
	} catch (reason) {
		const fault = new NodeOperationError(context.getNode(), reason as Error);
		fault.context.data = { code: 'invalid_credential', outcome: 'not sent' };
		throw fault;
	}
}
