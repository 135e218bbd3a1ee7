const { spawn } = require('node:child_process');
const { once } = require('node:events');
const path = require('node:path');
const { createInterface } = require('node:readline');

const onWindows = process.platform === 'win32';
const endWithParent = path.join(__dirname, 'endWithParent.js');

/**
 * @typedef {object} NodeProcess
 * @property {number} pid
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null }>} exited resolves when
 * the process has ended and its output has been read
 * @property {(graceMs?: number) => Promise<void>} stop asks it to end, waits `graceMs` (default
 * 10,000), then ends it and all that it started by force; resolves when it is gone
 */

/**
 * Ends a process and all that it started at once.
 * @param {number} pid
 */
function killTree(pid) {
	if (onWindows) {
		spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
		return;
	}
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Nothing of the group is left.
	}
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @param {'stdout' | 'stderr'} name
 * @param {(line: string, stream: 'stdout' | 'stderr') => void} onLine
 */
async function readLines(stream, name, onLine) {
	if (!stream) return;
	for await (const line of createInterface(stream)) onLine(line, name);
}

/**
 * Starts a program written for Node, without a shell. It ends by itself when this process ends,
 * however that comes about.
 *
 * @param {object} options
 * @param {string} options.node path of the Node binary to run it with
 * @param {string[]} options.args the script and its arguments
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env the whole environment of the process
 * @param {(line: string, stream: 'stdout' | 'stderr') => void} options.onLine gets each line of output
 * @param {AbortSignal} [options.signal] stops the process when aborted
 * @returns {NodeProcess}
 * @throws where the binary cannot be started
 */
function startNode({ node, args, cwd, env, onLine, signal }) {
	signal?.throwIfAborted();
	const child = spawn(node, ['--require', endWithParent, ...args], {
		cwd,
		env,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		// A group of its own on POSIX: Ctrl-C reaches only this process, which then stops the child.
		detached: !onWindows,
		windowsHide: true,
	});
	// Said by the next line or by 'exit'; without a listener it would end this process.
	child.on('error', () => {});
	if (child.pid === undefined) throw new Error(`Node could not be started from ${node}.`);
	const { pid, stdout, stderr } = child;
	const outputRead = [readLines(stdout, 'stdout', onLine), readLines(stderr, 'stderr', onLine)];
	// Not the event 'close': it never comes once this side has let go of the channel.
	const exited = once(child, 'exit').then(async ([code, endSignal]) => {
		// What it left behind would hold its output open.
		if (!onWindows) killTree(pid);
		await Promise.all(outputRead);
		return { code, signal: endSignal };
	});

	/** @param {number} [graceMs] */
	async function stop(graceMs = 10_000) {
		if (child.connected) child.disconnect();
		const timer = setTimeout(killTree, graceMs, pid);
		await exited;
		clearTimeout(timer);
	}

	const onAbort = () => void stop();
	signal?.addEventListener('abort', onAbort, { once: true });
	void exited.then(() => signal?.removeEventListener('abort', onAbort));
	return { pid, exited, stop };
}

module.exports = { startNode };
