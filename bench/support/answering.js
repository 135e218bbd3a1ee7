const { fork } = require('node:child_process');
const { generateKeyPairSync } = require('node:crypto');
const { once } = require('node:events');
const path = require('node:path');

const clientId = 'CFBENCH';

/**
 * Starts `server.js` in a process of its own.
 *
 * @returns {Promise<{ credential: Record<string, string>, url: string,
 * set(settings: { delayMs: number }): void, report(): Promise<Report>, stop(): void }>}
 *
 * @typedef {{ requests: number, verifications: number, signatures: number, unsigned: number,
 * mostAtOnce: number }} Report what came in since the last report
 */
async function startAnswering() {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const env = { ...process.env, SERVER: JSON.stringify({ clientId, privateKey }) };
	const child = fork(path.join(__dirname, 'server.js'), { env });
	const [{ url }] = await once(child, 'message');
	return {
		url,
		credential: {
			environment: 'custom',
			baseUrl: url,
			apiVersion: '2024-12-01',
			clientId,
			clientSecret: 'bench-client-secret',
			twoFactorMethod: 'publicKey',
			publicKey,
		},
		set: (settings) => child.send({ set: settings }),
		async report() {
			child.send({ report: true });
			const [report] = await once(child, 'message');
			return report;
		},
		stop: () => child.kill(),
	};
}

module.exports = { startAnswering };
