import {
	NodeOperationError,
	type ICredentialDataDecryptedObject,
	type IHookFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { webhookSecrets } from './signature';

const WITHOUT = 'Without its client secret the signature of events cannot be checked.';

/**
 * The client secrets of the node's credential.
 *
 * @throws NodeOperationError where no credential is set, n8n cannot read it, or it has no secret
 */
export async function fetchSecrets(context: IHookFunctions | IWebhookFunctions): Promise<string[]> {
	let credentials: ICredentialDataDecryptedObject;
	try {
		credentials = await context.getCredentials('cashfreeSecureIdApi');
	} catch (reason) {
		throw new NodeOperationError(
			context.getNode(),
			`Choose a Cashfree Secure ID credential in this node. ${WITHOUT}`,
			{ description: `n8n says: ${(reason as Error).message}`, level: 'warning' },
		);
	}
	const secrets = webhookSecrets(credentials);
	if (secrets.length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			`Fill in the 'Client Secret' of this node's Cashfree Secure ID credential. ${WITHOUT}`,
			{ level: 'warning' },
		);
	}
	return secrets;
}
