const fs = require('node:fs/promises');
const { startQueueMode } = require('../../../local/queueMode');
const { Instance, encryptionKey, started } = require('./instance');

/** An instance in queue mode: `main` has the editor, workers run, webhook processes take deliveries. */
class QueueInstance extends Instance {
	async installAndStartN8n(tarball) {
		const { runtime, folder, env } = this;
		const { programs } = JSON.parse(process.env.E2E).queueMode;
		this.queue = await startQueueMode({ programs, runtime, tarball, folder, encryptionKey, env });
		this.n8n = this.queue.main;
		this.url = this.n8n.url;
		this.rest = this.n8n.rest;
	}

	/** @returns {Promise<string>} all that the processes printed */
	async readLog() {
		const { main, workers, webhooks } = this.queue;
		const files = [main, ...workers, ...webhooks].map(({ logFile }) =>
			fs.readFile(logFile, 'utf8'),
		);
		return (await Promise.all(files)).join('\n');
	}

	async stop() {
		await this.queue?.stop();
		await super.stop();
	}
}

/**
 * @param {Record<string, string>} [env] further settings of each n8n process
 * @returns {Promise<QueueInstance>} started, with two workers and a webhook process
 */
const startQueueInstance = async (env = {}) => await started(new QueueInstance(env));

module.exports = { QueueInstance, startQueueInstance };
