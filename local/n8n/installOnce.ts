import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { explainDisk, requireSpace } from './disk';
import type { Progress } from './progress';

const exists = (file: string) =>
	fs.access(file).then(
		() => true,
		() => false,
	);

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

async function removeLeftovers(folder: string) {
	const { dir, base } = path.parse(folder);
	for (const name of await fs.readdir(dir)) {
		const pid = name.startsWith(`${base}.partial-`) && Number(name.split('-').at(-2));
		if (pid && (pid === process.pid || !isRunning(pid))) {
			await fs.rm(path.join(dir, name), { recursive: true, force: true });
		}
	}
}

async function moveFolder(from: string, to: string) {
	for (let attempt = 1; ; attempt++) {
		try {
			return await fs.rename(from, to);
		} catch (error) {
			// On Windows a virus scanner may hold fresh files for a moment.
			if (process.platform !== 'win32' || attempt === 20 || (await exists(to))) throw error;
			await sleep(500);
		}
	}
}

/**
 * Takes the lock of a folder, which a killed process loses after ten seconds. It only saves doing the
 * work twice: the folder is whole without it, too.
 *
 * @param onWait called once when another process holds it
 * @returns what gives it back
 */
async function takeLock(folder: string, onWait: () => void, signal: AbortSignal | undefined) {
	for (let waited = false; ; waited = true) {
		try {
			const release = await lock(folder, { realpath: false, onCompromised: () => {} });
			return () => release().catch(() => {});
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
		}
		if (!waited) onWait();
		await sleep(1_000, undefined, { signal });
	}
}

interface InstallOnceOptions {
	/** absolute path of the wanted folder */
	folder: string;
	/** free disk space it needs */
	bytes: number;
	progress: Progress;
	/** fills the empty folder it is given */
	install: (folder: string) => Promise<void>;
	signal?: AbortSignal | undefined;
}

/**
 * Makes a folder whole or not at all: `install` works in a sibling that gets the folder's name when
 * it is complete, so a folder of that name is always complete. Does nothing where it exists.
 *
 * @throws where the disk is full or cannot be written, and whatever `install` throws; nothing of
 * the installation is left then
 */
export async function installOnce({
	folder,
	bytes,
	progress,
	install,
	signal,
}: InstallOnceOptions) {
	if (await exists(folder)) return;
	const title = path.basename(folder);

	async function work() {
		if (await exists(folder)) return;
		await removeLeftovers(folder);
		await requireSpace(path.dirname(folder), bytes);
		const partial = await fs.mkdtemp(`${folder}.partial-${process.pid}-`);
		try {
			await install(partial);
			await moveFolder(partial, folder);
		} catch (error) {
			progress.sign(`Removing the unfinished ${title}`);
			await fs.rm(partial, { recursive: true, force: true, maxRetries: 5 });
			if (!(await exists(folder))) throw error;
		}
	}

	try {
		await fs.mkdir(path.dirname(folder), { recursive: true });
		const tellWaiting = () =>
			progress.step(`Another process is installing ${title}; waiting for it`);
		const release = await takeLock(folder, tellWaiting, signal);
		await work().finally(release);
	} catch (error) {
		throw explainDisk(error, path.dirname(folder));
	}
}
