const { startCashfree } = require('./cashfree');

/**
 * Where n8n's requests go.
 *
 * @typedef {object} Connection
 * @property {string} where in the user's words
 * @property {{ name: string, data: Record<string, unknown> }} credential for it
 * @property {() => Promise<void>} close
 */

/**
 * Starts the local Cashfree server, or where there are keys of Cashfree's own sandbox names that.
 *
 * @param {import('./options').Options} options
 * @returns {Promise<Connection>}
 */
async function connectCashfree({ sandboxKeys, cashfreePort }) {
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

module.exports = { connectCashfree };
