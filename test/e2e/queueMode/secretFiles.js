const fs = require('node:fs/promises');
const path = require('node:path');
const { addresses } = require('../../../local/queueMode/services');
const { encryptionKey } = require('../support/instance');

/**
 * As in the containers of compose.yaml, n8n has its secrets in files and none in its environment.
 *
 * @param {string} folder where the files go
 * @returns {Promise<Record<string, string | undefined>>} settings of each n8n process
 */
async function secretsInFiles(folder) {
	const secrets = { ...addresses(0, 0), N8N_ENCRYPTION_KEY: encryptionKey };
	const names = ['DB_POSTGRESDB_PASSWORD', 'QUEUE_BULL_REDIS_PASSWORD', 'N8N_ENCRYPTION_KEY'];
	const settings = names.map(async (name) => {
		const file = path.join(folder, name);
		await fs.writeFile(file, secrets[name]);
		return { [name]: undefined, [`${name}_FILE`]: file };
	});
	return Object.assign({}, ...(await Promise.all(settings)));
}

module.exports = { secretsInFiles };
