import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addresses } from '../../../local/queueMode/services';
import { encryptionKey } from '../support/instance';

/**
 * As in the containers of compose.yaml, n8n has its secrets in files and none in its environment.
 *
 * @param folder where the files go
 * @returns settings of each n8n process
 */
export async function secretsInFiles(folder: string): Promise<Record<string, string | undefined>> {
	const secrets: Record<string, string> = {
		...addresses(0, 0),
		N8N_ENCRYPTION_KEY: encryptionKey,
	};
	const names = ['DB_POSTGRESDB_PASSWORD', 'QUEUE_BULL_REDIS_PASSWORD', 'N8N_ENCRYPTION_KEY'];
	const settings = names.map(async (name) => {
		const file = join(folder, name);
		await writeFile(file, secrets[name] ?? '');
		return { [name]: undefined, [`${name}_FILE`]: file };
	});
	return Object.assign({}, ...(await Promise.all(settings)));
}
