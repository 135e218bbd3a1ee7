import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNode } from '../../local/n8n/nodeProcess';

/** @param work gets an empty folder, which is removed afterwards */
export async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-test-'));
	try {
		return await work(folder);
	} finally {
		await fs.rm(folder, { recursive: true, force: true });
	}
}

/** A progress display that keeps what it is told. */
export function recordedProgress() {
	const lines: string[] = [];
	const keep = (text: string) => void lines.push(text);
	return { lines, step: keep, sign: keep };
}

/** Starts a line of JavaScript as a process of its own. */
export function startCode(code: string, node: string = process.execPath) {
	const lines: string[] = [];
	const options = { node, args: ['-e', code], cwd: os.tmpdir(), env: process.env };
	const started = startNode({ ...options, onLine: (line) => void lines.push(line) });
	return {
		...started,
		/** What it printed so far. */
		lines,
		/** @returns its first line */
		async firstLine(): Promise<string> {
			for (;;) {
				if (lines[0] !== undefined) return lines[0];
				await sleep(20);
			}
		},
		/** @param text waits until it has printed this line */
		async printed(text: string) {
			while (!lines.includes(text)) await sleep(20);
		},
		/** Ends it as the system does, without a chance to do anything about it. */
		kill: () => void process.kill(started.pid, 'SIGKILL'),
	};
}

/**
 * Starts a process that starts a line of JavaScript as its child, and prints the child's ID.
 * @param code of the child
 */
export function startParent(code: string) {
	const options = `{ node: process.execPath, args: ['-e', ${JSON.stringify(code)}], cwd: '.', env: process.env, onLine() {} }`;
	const nodeProcess = JSON.stringify(require.resolve('../../local/n8n/nodeProcess'));
	const tsx = JSON.stringify(require.resolve('tsx/cjs'));
	return startCode(
		`require(${tsx}); console.log(require(${nodeProcess}).startNode(${options}).pid)`,
	);
}

/** @returns resolves when there is no such process */
export async function gone(pid: number): Promise<void> {
	for (;;) {
		try {
			process.kill(pid, 0);
		} catch {
			return;
		}
		await sleep(20);
	}
}

/**
 * Leaves what an installation leaves behind that was killed.
 * @param folder the folder that was to be installed
 */
export async function leaveUnfinished(folder: string) {
	const { pid } = spawnSync(process.execPath, ['-e', '']);
	await fs.mkdir(`${folder}.lock`);
	const aMinuteAgo = Date.now() / 1000 - 60;
	await fs.utimes(`${folder}.lock`, aMinuteAgo, aMinuteAgo);
	await fs.mkdir(`${folder}.partial-${pid}-abcdef`);
}
