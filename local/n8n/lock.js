const fs = require('node:fs/promises');
const os = require('node:os');
const { setTimeout: sleep } = require('node:timers/promises');

const renewMs = 5_000;
const staleMs = 30_000;

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

/**
 * @param {string} file
 * @returns {Promise<boolean>} whether its holder is gone: not running on this machine, or not
 * heard of for half a minute
 */
async function isStale(file) {
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
 * @template T
 * @param {string} file the lock file
 * @param {() => Promise<T>} work
 * @param {{ onWait: () => void, signal?: AbortSignal }} options `onWait` is called once when
 * another process holds the lock; `signal` ends the waiting
 * @returns {Promise<T>} what the work gives
 */
async function withLock(file, work, { onWait, signal }) {
	for (let waited = false; ; ) {
		try {
			const content = JSON.stringify({ host: os.hostname(), pid: process.pid });
			await fs.writeFile(file, content, { flag: 'wx' });
			break;
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
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

module.exports = { isRunning, withLock };
