import { readFile } from 'node:fs/promises';
import { startQueueMode } from '../../../local/queueMode';
import type { QueueMode } from '../../../local/queueMode';
import type { Credential } from '../../../local/n8n/examples';
import { requireContext } from './context';
import { Instance, encryptionKey, started } from './instance';

/** An instance in queue mode: `main` has the editor, workers run, webhook processes take deliveries. */
export class QueueInstance extends Instance {
	queue!: QueueMode;

	override async installAndStartN8n(tarball: string) {
		const { runtime, folder, env } = this;
		const { programs } = requireContext().queueMode;
		if (!programs) throw new Error('PostgreSQL and Redis are missing.');
		this.queue = await startQueueMode({ programs, runtime, tarball, folder, encryptionKey, env });
		this.n8n = this.queue.main;
		this.url = this.n8n.url;
		this.rest = this.n8n.rest;
	}

	/** @returns all that the processes printed */
	override async readLog(): Promise<string> {
		const { main, workers, webhooks } = this.queue;
		const files = [main, ...workers, ...webhooks].map(({ logFile }) => readFile(logFile, 'utf8'));
		return (await Promise.all(files)).join('\n');
	}

	override async stop() {
		await this.queue?.stop();
		await super.stop();
	}
}

/**
 * @param env further settings of each n8n process
 * @returns started, with two workers and a webhook process
 */
export const startQueueInstance = async (
	env: Record<string, string> = {},
): Promise<QueueInstance> => await started(new QueueInstance(env));

/** @returns a credential for n8n's Postgres node, of the database that n8n itself uses */
export async function createPostgresCredential(instance: QueueInstance): Promise<Credential> {
	const { env } = instance.queue.services;
	const data = {
		host: env.DB_POSTGRESDB_HOST,
		port: Number(env.DB_POSTGRESDB_PORT),
		database: env.DB_POSTGRESDB_DATABASE,
		user: env.DB_POSTGRESDB_USER,
		password: env.DB_POSTGRESDB_PASSWORD,
	};
	return await instance.createCredential({ name: 'Postgres', type: 'postgres' }, data);
}
