import fs from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { installPackage } from '../n8n/communityPackage';
import type { Runtime } from '../n8n/runtime';
import { startN8n } from '../n8n/server';
import type { N8n } from '../n8n/server';
import type { Programs } from './programs';
import { startServices } from './services';
import type { Services } from './services';

const deployed = path.resolve(__dirname, '..', '..', 'deploy', 'queue-mode');

async function readSettings(): Promise<Record<string, string>> {
	const files = ['n8n.env', 'n8n-2.env'].map((name) => path.join(deployed, name));
	const texts = await Promise.all(files.map(async (file) => await fs.readFile(file, 'utf8')));
	return Object.assign({}, ...texts.map((text) => parseEnv(text)));
}

type Kind = 'main' | 'worker' | 'webhook';

export interface QueueMode {
	/** PostgreSQL and Redis */
	services: Services;
	/** editor and REST API; sign in first */
	main: N8n;
	/** those started so far, ended ones included */
	workers: N8n[];
	/** likewise */
	webhooks: N8n[];
	/** one more */
	startWorker: () => Promise<N8n>;
	/** one more */
	startWebhook: () => Promise<N8n>;
	/** ends everything; what n8n stored is gone then */
	stop: () => Promise<void>;
}

interface StartQueueModeOptions {
	/** from `ensurePrograms` */
	programs: Programs;
	/** from `ensureRuntime` */
	runtime: Runtime;
	/** the packed package, from `packPackage` */
	tarball: string;
	/** an existing folder; each process gets one in it for its data and log */
	folder: string;
	/** for the credentials stored there */
	encryptionKey: string;
	/** how many workers to start; default 2 */
	workers?: number;
	/** how many webhook processes to start; default 1 */
	webhooks?: number;
	/** further settings of each process of n8n */
	env?: Record<string, string>;
}

/**
 * Starts n8n in queue mode on the loopback address, with a PostgreSQL and a Redis of its own and the
 * settings of `deploy/queue-mode`. All of it ends with this process.
 *
 * @returns when all of them can be used
 * @throws where one of them does not start; the others are ended then
 */
export async function startQueueMode(options: StartQueueModeOptions): Promise<QueueMode> {
	const { programs, runtime, tarball, folder, encryptionKey, workers = 2, webhooks = 1 } = options;
	const settings = await readSettings();
	const services = await startServices(programs);
	const started: Record<Kind, N8n[]> = { main: [], worker: [], webhook: [] };
	const packages = path.join(folder, 'packages');

	async function start(kind: Kind) {
		// Like containers, they share no file; each has the package.
		const userFolder = await fs.mkdtemp(path.join(folder, `${kind}-`));
		await fs.cp(packages, userFolder, { recursive: true });
		const env = { ...settings, ...services.env, ...options.env };
		const command = kind === 'main' ? 'start' : kind;
		const n8n = await startN8n({ runtime, command, userFolder, encryptionKey, env });
		started[kind].push(n8n);
		return n8n;
	}
	async function stop() {
		const all = [...started.webhook, ...started.worker, ...started.main];
		await Promise.all(all.map((n8n) => n8n.stop()));
		await services.stop();
	}
	try {
		await fs.mkdir(packages);
		await installPackage({ tarball, userFolder: packages });
		// The main process makes the tables, so it comes first.
		const main = await start('main');
		for (let count = 0; count < workers; count++) await start('worker');
		for (let count = 0; count < webhooks; count++) await start('webhook');
		return {
			...{ services, main, workers: started.worker, webhooks: started.webhook },
			startWorker: async () => await start('worker'),
			startWebhook: async () => await start('webhook'),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
