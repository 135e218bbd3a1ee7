const fs = require('node:fs/promises');
const path = require('node:path');
const { parseEnv } = require('node:util');
const { installPackage } = require('../n8n/communityPackage');
const { startN8n } = require('../n8n/server');
const { startServices } = require('./services');

/** @typedef {import('../n8n/server').N8n} N8n */

const settingsFile = path.resolve(__dirname, '..', '..', 'deploy', 'queue-mode', 'n8n.env');

/**
 * @typedef {object} QueueMode
 * @property {import('./services').Services} services PostgreSQL and Redis
 * @property {N8n} main editor and REST API; sign in first
 * @property {N8n[]} workers those started so far, ended ones included
 * @property {N8n[]} webhooks likewise
 * @property {() => Promise<N8n>} startWorker one more
 * @property {() => Promise<N8n>} startWebhook one more
 * @property {() => Promise<void>} stop ends everything; what n8n stored is gone then
 */

/**
 * Starts n8n in queue mode on the loopback address, with a PostgreSQL and a Redis of its own and the
 * settings of `deploy/queue-mode`. All of it ends with this process.
 *
 * @param {object} options
 * @param {import('./programs').Programs} options.programs from `ensurePrograms`
 * @param {import('../n8n/runtime').Runtime} options.runtime from `ensureRuntime`
 * @param {string} options.tarball the packed package, from `packPackage`
 * @param {string} options.folder an existing folder; each process gets one in it for its data and log
 * @param {string} options.encryptionKey for the credentials stored there
 * @param {number} [options.workers] how many workers to start; default 2
 * @param {number} [options.webhooks] how many webhook processes to start; default 1
 * @param {Record<string, string>} [options.env] further settings of each process of n8n
 * @returns {Promise<QueueMode>} when all of them can be used
 * @throws where one of them does not start; the others are ended then
 */
async function startQueueMode(options) {
	const { programs, runtime, tarball, folder, encryptionKey, workers = 2, webhooks = 1 } = options;
	const settings = /** @type {Record<string, string>} */ (
		parseEnv(await fs.readFile(settingsFile, 'utf8'))
	);
	const services = await startServices(programs);
	/** @type {Record<'main' | 'worker' | 'webhook', N8n[]>} */
	const started = { main: [], worker: [], webhook: [] };
	const packages = path.join(folder, 'packages');

	/** @param {'main' | 'worker' | 'webhook'} kind */
	async function start(kind) {
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

module.exports = { startQueueMode };
