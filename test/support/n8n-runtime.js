/**
 * n8n-core as a library, in this process: set up when this file is first loaded. It leaves no file,
 * no timer and no connection behind.
 */
const { randomUUID } = require('node:crypto');
const { existsSync, rmSync } = require('node:fs');
const { createRequire } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { format } = require('node:util');

// n8n reads its settings from the environment while it is loaded.
const userFolder = join(tmpdir(), `n8n-${randomUUID()}`);
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_LOG_LEVEL: 'debug',
	// Tests speak to this machine only; a proxy set up on it must not get in between.
	NO_PROXY: 'localhost,127.0.0.1',
	no_proxy: 'localhost,127.0.0.1',
});

const { InstanceSettings } = require('n8n-core');
const { jsonStringify } = require('n8n-workflow');

// Where npm holds several versions of these two, n8n-core's own ones are meant.
const requireFromCore = createRequire(require.resolve('n8n-core'));
/** @type {typeof import('@n8n/di')} */
const { Container } = requireFromCore('@n8n/di');
/** @type {typeof import('@n8n/backend-common')} */
const { Logger } = requireFromCore('@n8n/backend-common');

/** @type {Set<string[]>} */
const captures = new Set();

/** @param {string} line */
function note(line) {
	for (const lines of captures) lines.push(line);
}

const output = Container.get(Logger).getInternalLogger();
output.log = /** @type {typeof output.log} */ (
	/** @type {(level: string, message: string, metadata: object) => typeof output} */
	(level, message, metadata) => {
		note(`${level} ${message} ${jsonStringify(metadata, { replaceCircularRefs: true })}`);
		return output;
	}
);

for (const printer of /** @type {const} */ (['debug', 'info', 'log', 'warn', 'error', 'trace'])) {
	const print = console[printer];
	console[printer] = (...values) => {
		note(format(...values));
		print.apply(console, values);
	};
}

// n8n writes its settings file once and keeps the settings in memory.
Container.get(InstanceSettings);
rmSync(userFolder, { recursive: true });

/**
 * Runs `work` and collects what n8n's logger (all levels, with the metadata of each line) and the
 * console print meanwhile. Console lines are printed too, the logger's are not.
 *
 * @template T
 * @param {(logs: string[]) => Promise<T>} work gets the list into which the lines go
 * @returns {Promise<T>}
 */
async function withLogs(work) {
	/** @type {string[]} */
	const logs = [];
	captures.add(logs);
	try {
		return await work(logs);
	} finally {
		captures.delete(logs);
	}
}

/** Whether n8n has put something into its settings folder again. */
const hasLeftFiles = () => existsSync(userFolder);

module.exports = { Container, withLogs, hasLeftFiles };
