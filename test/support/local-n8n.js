const { spawnSync } = require('node:child_process');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { startNode } = require('../../local/n8n/nodeProcess');

/**
 * @template T
 * @param {(folder: string) => Promise<T>} work gets an empty folder, which is removed afterwards
 * @returns {Promise<T>}
 */
async function inTempFolder(work) {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-test-'));
	try {
		return await work(folder);
	} finally {
		await fs.rm(folder, { recursive: true, force: true });
	}
}

/** A progress display that keeps what it is told. */
function recordedProgress() {
	/** @type {string[]} */
	const lines = [];
	/** @param {string} text */
	const keep = (text) => void lines.push(text);
	return { lines, step: keep, sign: keep };
}

/**
 * Starts a line of JavaScript as a process of its own.
 * @param {string} code
 * @param {string} [node]
 */
function startCode(code, node = process.execPath) {
	/** @type {string[]} */
	const lines = [];
	const options = { node, args: ['-e', code], cwd: os.tmpdir(), env: process.env };
	const started = startNode({ ...options, onLine: (line) => void lines.push(line) });
	return {
		...started,
		/** What it printed so far. */
		lines,
		/** @returns {Promise<string>} its first line */
		async firstLine() {
			while (lines.length === 0) await sleep(20);
			return lines[0];
		},
		/** @param {string} text waits until it has printed this line */
		async printed(text) {
			while (!lines.includes(text)) await sleep(20);
		},
		/** Ends it as the system does, without a chance to do anything about it. */
		kill: () => void process.kill(started.pid, 'SIGKILL'),
	};
}

/**
 * Starts a process that starts a line of JavaScript as its child, and prints the child's ID.
 * @param {string} code of the child
 */
function startParent(code) {
	const options = `{ node: process.execPath, args: ['-e', ${JSON.stringify(code)}], cwd: '.', env: process.env, onLine() {} }`;
	const nodeProcess = JSON.stringify(require.resolve('../../local/n8n/nodeProcess'));
	const tsx = JSON.stringify(require.resolve('tsx/cjs'));
	return startCode(
		`require(${tsx}); console.log(require(${nodeProcess}).startNode(${options}).pid)`,
	);
}

/**
 * @param {number} pid
 * @returns {Promise<void>} resolves when there is no such process
 */
async function gone(pid) {
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
 * @param {string} folder the folder that was to be installed
 */
async function leaveUnfinished(folder) {
	const { pid } = spawnSync(process.execPath, ['-e', '']);
	await fs.mkdir(`${folder}.lock`);
	const aMinuteAgo = Date.now() / 1000 - 60;
	await fs.utimes(`${folder}.lock`, aMinuteAgo, aMinuteAgo);
	await fs.mkdir(`${folder}.partial-${pid}-abcdef`);
}

module.exports = {
	fs,
	gone,
	inTempFolder,
	leaveUnfinished,
	path,
	recordedProgress,
	startCode,
	startParent,
};
