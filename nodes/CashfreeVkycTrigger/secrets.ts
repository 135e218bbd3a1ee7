import { NodeOperationError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IHookFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { webhookSecrets } from './webhookSecrets';

const withoutSecret = 'Without its client secret the signature of events cannot be checked.';

function readSecrets(
	context: IHookFunctions | IWebhookFunctions,
	credentials: ICredentialDataDecryptedObject,
): string[] {
	try {
		return webhookSecrets(credentials);
	} catch (reason) {
		throw new NodeOperationError(context.getNode(), (reason as Error).message, {
			level: 'warning',
		});
	}
}

/**
 * The client secrets of the node's credential.
 *
 * @throws NodeOperationError where no credential is set, n8n cannot read it, or it has no secret or
 *   one that could be guessed
 */
export async function fetchSecrets(context: IHookFunctions | IWebhookFunctions): Promise<string[]> {
	let credentials: ICredentialDataDecryptedObject;
	try {
		credentials = await context.getCredentials('cashfreeSecureIdApi');
	} catch (reason) {
		throw new NodeOperationError(
			context.getNode(),
			`Choose a Cashfree Secure ID API credential in this node. ${withoutSecret}`,
			{ description: `n8n says: ${(reason as Error).message}`, level: 'warning' },
		);
	}
	const secrets = readSecrets(context, credentials);
	if (secrets.length === 0) {
		throw new NodeOperationError(
			context.getNode(),
			`Fill in the 'Client Secret' of this node's Cashfree Secure ID API credential. ${withoutSecret}`,
			{ level: 'warning' },
		);
	}
	return secrets;
}

interface Known {
	/** By the clock of `recentSecrets` */
	fetchedAt: number;
	secrets: Promise<string[]>;
}

const known = new Map<string, Known>();

/**
 * The client secrets of the node's credential, fetched anew only where they were fetched longer ago
 * than `maxAge`: n8n reads and decrypts the credential each time, and evaluates it in a sandbox that
 * it makes for that alone, which costs more than all else that a delivery needs.
 *
 * @param maxAge milliseconds
 * @param now milliseconds of a clock that nobody can set, or a secret that was taken out would be
 *   accepted again when the time is set back
 * @throws NodeOperationError as `fetchSecrets` does; a failure is not remembered
 */
export async function recentSecrets(
	context: IWebhookFunctions,
	maxAge: number,
	now: number,
): Promise<string[]> {
	const { id, credentials } = context.getNode();
	const key = JSON.stringify([context.getWorkflow().id, id, credentials?.cashfreeSecureIdApi?.id]);
	const last = known.get(key);
	if (last && now - last.fetchedAt <= maxAge) return await last.secrets;
	const secrets = fetchSecrets(context);
	known.set(key, { fetchedAt: now, secrets });
	secrets.catch(() => {
		if (known.get(key)?.secrets === secrets) known.delete(key);
	});
	return await secrets;
}
