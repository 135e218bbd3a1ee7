import fs from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

const renewMs = 5_000;
const staleMs = 30_000;

export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * @returns whether its holder is gone: not running on this machine, or not
 * heard of for half a minute
 */
async function isStale(file: string): Promise<boolean> {
	try {
		const { mtimeMs } = await fs.stat(file);
		if (Date.now() - mtimeMs > staleMs) return true;
		const { host, pid } = JSON.parse(await fs.readFile(file, 'utf8'));
		return host === os.hostname() && !isRunning(pid);
	} catch {
		// Removed between two steps, or not yet written: look again later.
		return false;
	}
}

/**
 * Does work while no other process does the same. Two can slip through where a stale lock is taken
 * over at the same moment, so the work must stay whole without the lock: it only saves doing it
 * twice.
 *
 * @param file the lock file
 * @param options `onWait` is called once when
 * another process holds the lock; `signal` ends the waiting
 * @returns what the work gives
 */
export async function withLock<T>(
	file: string,
	work: () => Promise<T>,
	{ onWait, signal }: { onWait: () => void; signal?: AbortSignal | undefined },
): Promise<T> {
	for (let waited = false; ; ) {
		try {
			const content = JSON.stringify({ host: os.hostname(), pid: process.pid });
			await fs.writeFile(file, content, { flag: 'wx' });
			break;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		if (await isStale(file)) {
			await fs.rm(file, { force: true });
			continue;
		}
		if (!waited) onWait();
		waited = true;
		await sleep(1_000, undefined, { signal });
	}
	const renew = setInterval(() => {
		const now = new Date();
		fs.utimes(file, now, now).catch(() => {});
	}, renewMs);
	try {
		return await work();
	} finally {
		clearInterval(renew);
		await fs.rm(file, { force: true });
	}
}
