import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';

const clientId = 'CFBENCH';

/**
 * Starts `server.js` in a process of its own.
 * what came in since the last report
 */
export interface Report {
	requests: number;
	verifications: number;
	signatures: number;
	unsigned: number;
	mostAtOnce: number;
}

export async function startAnswering(): Promise<{
	credential: Record<string, string>;
	url: string;
	set(settings: { delayMs: number }): void;
	report(): Promise<Report>;
	stop(): void;
}> {
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
