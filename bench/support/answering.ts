import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import type { Report, Settings } from './server';

const clientId = 'CFBENCH';

export interface Answering {
	/** for the server, of the type Cashfree Secure ID API */
	credential: Record<string, string>;
	url: string;
	set(settings: Settings): void;
	/** what came in since the last report */
	report(): Promise<Report>;
	stop(): void;
}

/** Starts `server.ts` in a process of its own. */
export async function startAnswering(): Promise<Answering> {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const env = { ...process.env, SERVER: JSON.stringify({ clientId, privateKey }) };
	const child = fork(path.join(__dirname, 'server.ts'), { env });
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
