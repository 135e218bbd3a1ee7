import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { n8nEnvironment } from './environment';
import { startNode } from './nodeProcess';
import { freePort, host } from './ports';
import { N8nRest } from './rest';
import type { Runtime } from './runtime';

/** The last two are processes of queue mode. */
type Command = 'start' | 'worker' | 'webhook';

export interface N8n {
	/** of the editor, or of what else this process serves, without a slash at the end */
	url: string;
	/** of the n8n process */
	pid: number;
	/** what n8n printed, while it runs and after */
	logFile: string;
	/** its REST API; sign in first */
	rest: N8nRest;
	/** resolves when n8n has ended, by itself or by `stop` */
	ended: Promise<void>;
	/** ends n8n and all it started; resolves when they are gone */
	stop: () => Promise<void>;
}

/** @returns whether n8n answers, with its database ready */
async function isReady(url: string, command: Command): Promise<boolean> {
	const options = { proxy: false as const, timeout: 5_000 };
	try {
		await axios.get(`${url}/healthz/readiness`, options);
		if (command !== 'start') return true;
		const { data } = await axios.get(`${url}/rest/settings`, options);
		return typeof data.data === 'object';
	} catch {
		return false;
	}
}

interface StartN8nOptions {
	runtime: Runtime;
	/** default: start */
	command?: Command;
	/** options of Node for n8n */
	nodeOptions?: string[];
	/** holds n8n's data (in `.n8n`) and its log, `n8n.log` */
	userFolder: string;
	/** for the credentials stored there; the same at each start */
	encryptionKey: string;
	/** default: any free one */
	port?: number | undefined;
	/** further settings of n8n, as environment variables */
	env?: Record<string, string>;
	/** how long it may take to start; default three minutes */
	timeoutMs?: number;
	/** stops n8n when aborted */
	signal?: AbortSignal | undefined;
}

/**
 * Starts n8n on the loopback address and waits until it can be used. It ends with this process.
 *
 * @throws with the last lines of n8n's log where it ends or is not ready in time
 */
export async function startN8n(options: StartN8nOptions): Promise<N8n> {
	const { runtime, command = 'start', userFolder, encryptionKey, signal } = options;
	const { timeoutMs = 180_000, nodeOptions = [] } = options;
	const port = options.port ?? (await freePort());
	const logFile = path.join(userFolder, 'n8n.log');
	const log = fs.createWriteStream(logFile, { flags: 'a' });
	const lastLines: string[] = [];
	const n8n = startNode({
		node: runtime.node,
		args: [...nodeOptions, runtime.n8n, command],
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
