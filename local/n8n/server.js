const fs = require('node:fs');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const axios = require('axios').default;
const { n8nEnvironment } = require('./environment');
const { startNode } = require('./nodeProcess');
const { freePort, host } = require('./ports');
const { N8nRest } = require('./rest');

/** @typedef {'start' | 'worker' | 'webhook'} Command the last two are processes of queue mode */

/**
 * @typedef {object} N8n
 * @property {string} url of the editor, or of what else this process serves, without a slash at the end
 * @property {number} pid of the n8n process
 * @property {string} logFile what n8n printed, while it runs and after
 * @property {N8nRest} rest its REST API; sign in first
 * @property {Promise<void>} ended resolves when n8n has ended, by itself or by `stop`
 * @property {() => Promise<void>} stop ends n8n and all it started; resolves when they are gone
 */

/**
 * @param {string} url
 * @param {Command} command
 * @returns {Promise<boolean>} whether n8n answers, with its database ready
 */
async function isReady(url, command) {
	const options = { proxy: /** @type {false} */ (false), timeout: 5_000 };
	try {
		await axios.get(`${url}/healthz/readiness`, options);
		if (command !== 'start') return true;
		const { data } = await axios.get(`${url}/rest/settings`, options);
		return typeof data.data === 'object';
	} catch {
		return false;
	}
}

/**
 * Starts n8n on the loopback address and waits until it can be used. It ends with this process.
 *
 * @param {object} options
 * @param {import('./runtime').Runtime} options.runtime
 * @param {Command} [options.command] default: start
 * @param {string} options.userFolder holds n8n's data (in `.n8n`) and its log, `n8n.log`
 * @param {string} options.encryptionKey for the credentials stored there; the same at each start
 * @param {number} [options.port] default: any free one
 * @param {Record<string, string>} [options.env] further settings of n8n, as environment variables
 * @param {number} [options.timeoutMs] how long it may take to start; default three minutes
 * @param {AbortSignal} [options.signal] stops n8n when aborted
 * @returns {Promise<N8n>}
 * @throws with the last lines of n8n's log where it ends or is not ready in time
 */
async function startN8n(options) {
	const { runtime, command = 'start', userFolder, encryptionKey, signal } = options;
	const { timeoutMs = 180_000 } = options;
	const port = options.port ?? (await freePort());
	const logFile = path.join(userFolder, 'n8n.log');
	const log = fs.createWriteStream(logFile, { flags: 'a' });
	/** @type {string[]} */
	const lastLines = [];
	const n8n = startNode({
		node: runtime.node,
		args: [runtime.n8n, command],
		cwd: userFolder,
		env: n8nEnvironment({
			env: process.env,
			runtime,
			userFolder,
			port,
			brokerPort: await freePort(),
			encryptionKey,
			extra: options.env,
		}),
		onLine(line) {
			log.write(`${line}\n`);
			lastLines.push(line);
			if (lastLines.length > 20) lastLines.shift();
		},
		signal,
	});
	let running = true;
	const ended = n8n.exited.then(() => {
		running = false;
		log.end();
	});

	const url = `http://${host}:${port}`;
	const deadline = Date.now() + timeoutMs;
	while (running && !(await isReady(url, command))) {
		if (Date.now() > deadline) break;
		await sleep(200);
	}
	if (!running || Date.now() > deadline) {
		await n8n.stop();
		signal?.throwIfAborted();
		throw new Error(
			`n8n ${runtime.version} (${command}) did not start. If its installation was damaged, delete ` +
				`${runtime.folder} and start again. The last lines of its log:\n${lastLines.join('\n')}`,
		);
	}
	return { url, pid: n8n.pid, logFile, rest: new N8nRest(url), ended, stop: () => n8n.stop() };
}

module.exports = { startN8n };
