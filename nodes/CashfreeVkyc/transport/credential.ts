import { BaseError, ExpressionError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
} from 'n8n-workflow';
import { baseUrl } from '../../../credentials/environment';
import { secretsOf } from '../../../credentials/secrets';
import { signedHeaders } from '../../../credentials/sign';
import { operationError } from '../errors/operationError';

export const credentialType = 'cashfreeSecureIdApi';

/** The credential of an item, its expressions resolved. */
export interface Credential {
	/** What n8n's request helper signs with */
	decrypted: ICredentialsDecrypted;
	/** Where the paths of the API are added to */
	address: string;
	/** What of it must not appear in a message */
	secrets: string[];
	environment: string;
	/** Names the account: IDs, and the rate limit, count for each account by itself */
	account: string;
}

/** @throws UserError where it cannot sign */
function parse(data: ICredentialDataDecryptedObject): Credential {
	const address = baseUrl(data);
	signedHeaders(data, 0);
	return {
		decrypted: { id: '', name: '', type: credentialType, data },
		address,
		secrets: secretsOf(data),
		environment: String(data.environment),
		account: `${String(data.clientId).trim()} ${address}`,
	};
}

/** What is wrong with the credential, in words that quote neither it nor the item. */
function wordsOf(reason: unknown): { message: string; description: string } {
	const { message } = reason as Error;
	// what an expression's own code throws may quote the item
	const isOfExpression =
		reason instanceof ExpressionError || /\[Error resolving credentials\]$/.test(message);
	if (isOfExpression || !(reason instanceof BaseError)) {
		return {
			message: 'The credential cannot be read for this item',
			description:
				'Check that the credential still exists, the expressions in its fields, the vault that they name, and that this item has what they refer to.',
		};
	}
	const description = "Open the credential under 'Credential to connect with' and correct it.";
	return { message, description };
}

/**
 * Makes the reader of each item's credential. It is read for each item, since its fields may be
 * expressions; items with the same values share what is parsed.
 *
 * @returns a function that throws a NodeOperationError where the credential of the item cannot be
 *   read or cannot sign
 */
export function credentialReader(
	context: IExecuteFunctions,
): (itemIndex: number) => Promise<Credential> {
	const known = new Map<string, Credential>();
	return async (itemIndex) => {
		try {
			const data = await context.getCredentials(credentialType, itemIndex);
			const values = JSON.stringify(data);
			const credential = known.get(values) ?? parse(data);
			known.set(values, credential);
			return credential;
		} catch (reason) {
			const data = { code: 'invalid_credential', outcome: 'not_sent' };
			const error = operationError(context.getNode(), itemIndex, wordsOf(reason), data);
			throw error;
		}
	};
}
