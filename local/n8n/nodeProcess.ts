import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const onWindows = process.platform === 'win32';
const endWithParent = path.join(__dirname, 'endWithParent.js');

export interface NodeProcess {
	pid: number;
	/** resolves when the process has ended and its output has been read */
	exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
	/**
	 * asks it to end, waits `graceMs` (default 10,000), then ends it and all that it started by
	 * force; resolves when it is gone
	 */
	stop: (graceMs?: number) => Promise<void>;
}

/** Ends a process and all that it started at once. */
function killTree(pid: number) {
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

async function readLines(
	stream: Readable | null,
	name: 'stdout' | 'stderr',
	onLine: (line: string, stream: 'stdout' | 'stderr') => void,
) {
	if (!stream) return;
	for await (const line of createInterface(stream)) onLine(line, name);
}

interface StartNodeOptions {
	/** path of the Node binary to run it with */
	node: string;
	/** the script and its arguments */
	args: string[];
	cwd: string;
	/** the whole environment of the process */
	env: NodeJS.ProcessEnv;
	/** gets each line of output */
	onLine: (line: string, stream: 'stdout' | 'stderr') => void;
	/** stops the process when aborted */
	signal?: AbortSignal | undefined;
}

/**
 * Starts a program written for Node, without a shell. It ends by itself when this process ends,
 * however that comes about.
 *
 * @throws where the binary cannot be started
 */
export function startNode({ node, args, cwd, env, onLine, signal }: StartNodeOptions): NodeProcess {
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
