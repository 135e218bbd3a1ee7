import { generateKeyPairSync } from 'node:crypto';
import { CashfreeSecureIdApi } from '../../../credentials/CashfreeSecureIdApi.credentials';
import { CashfreeVkyc } from '../../../nodes/CashfreeVkyc/CashfreeVkyc.node';
import { credentialFor } from '../../support/cashfreeWorkflow';
import type { startCashfree } from '../../support/cashfreeWorkflow';
import { testCredential } from '../../support/credentialTest';

export type Cashfree = Awaited<ReturnType<typeof startCashfree>>;

/** For the local Cashfree servers of a test file, which would each make one. */
export const keyPair = generateKeyPairSync('rsa', {
	modulusLength: 2048,
	publicKeyEncoding: { type: 'spki', format: 'pem' },
	privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/**
 * What n8n's credential dialog shows for the right credential of a server with some changes, after
 * the check that neither it nor a log line contains a secret.
 */
export async function resultFor(
	server: Cashfree,
	changes: Parameters<typeof credentialFor>[1] = {},
) {
	const credentials = credentialFor(server, changes);
	const { logs, ...result } = await testCredential({
		credentialType: new CashfreeSecureIdApi(),
		nodeType: new CashfreeVkyc(),
		credentials,
	});
	const seen = `${logs.join('\n')}${result.message}`;
	const secrets = [server.clientSecret, credentials.clientSecret, credentials.publicKey];
	for (const secret of secrets.filter((text) => text.trim() !== '')) {
		expect(seen).not.toContain(secret);
	}
	expect(result.message).not.toMatch(/error|problem|failure|mistake/i);
	return result;
}

export const refused = (message: string) => ({ status: 'Error', message });
export const accepted = { status: 'OK', message: 'Connection successful!' };
