import { startCashfree } from './cashfree';
import type { SharedOptions } from './options';

/** Where n8n's requests go. */
export interface Connection {
	/** in the user's words */
	where: string;
	/** for it */
	credential: { name: string; data: Record<string, unknown> };
	close: () => Promise<void>;
}

/** Starts the local Cashfree server, or where there are keys of Cashfree's own sandbox names that. */
export async function connectCashfree(options: SharedOptions): Promise<Connection> {
	const { sandboxKeys, cashfreePort } = options;
	if (sandboxKeys) {
		const twoFactorMethod = sandboxKeys.publicKey ? 'publicKey' : 'ipWhitelist';
		const data = { environment: 'sandbox', ...sandboxKeys, twoFactorMethod };
		const credential = { name: 'Cashfree sandbox', data };
		return { where: "Cashfree's sandbox", credential, close: async () => {} };
	}
	const { url, clientId, clientSecret, publicKey, close } = await startCashfree({
		port: cashfreePort,
	});
	const keys = { clientId, clientSecret, twoFactorMethod: 'publicKey', publicKey };
	const data = { environment: 'custom', baseUrl: url, ...keys };
	return { where: url, credential: { name: 'Local Cashfree server', data }, close };
}
