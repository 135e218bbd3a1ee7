/**
 * n8n-core as a library, in this process: set up when this file is first loaded. It leaves no file,
 * no timer and no connection behind.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';

// n8n reads its settings from the environment while it is loaded.
const userFolder = join(tmpdir(), `n8n-${randomUUID()}`);
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_LOG_LEVEL: 'debug',
	// Tests speak to this machine only; a proxy set up on it must not get in between.
	NO_PROXY: 'localhost,127.0.0.1',
	no_proxy: 'localhost,127.0.0.1',
});

import type * as BackendCommon from '@n8n/backend-common';
import type * as Di from '@n8n/di';
import { InstanceSettings } from 'n8n-core';
import { jsonStringify } from 'n8n-workflow';

// Where npm holds several versions of these two, n8n-core's own ones are meant.
const requireFromCore = createRequire(require.resolve('n8n-core'));
export const { Container } = requireFromCore('@n8n/di') as typeof Di;
const { Logger } = requireFromCore('@n8n/backend-common') as typeof BackendCommon;

const captures: Set<string[]> = new Set();

function note(line: string) {
	for (const lines of captures) lines.push(line);
}

const output = Container.get(Logger).getInternalLogger();
const log = (level: string, message: string, metadata: object) => {
	note(`${level} ${message} ${jsonStringify(metadata, { replaceCircularRefs: true })}`);
	return output;
};
output.log = log as typeof output.log;

for (const printer of ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const) {
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
 * @param work gets the list into which the lines go
 */
export async function withLogs<T>(work: (logs: string[]) => Promise<T>): Promise<T> {
	const logs: string[] = [];
	captures.add(logs);
	try {
		return await work(logs);
	} finally {
		captures.delete(logs);
	}
}

/** Whether n8n has put something into its settings folder again. */
export const hasLeftFiles = () => existsSync(userFolder);
