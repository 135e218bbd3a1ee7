const fs = require('node:fs/promises');
const path = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { isRunning, withLock } = require('./lock');

/** @param {string} file */
const exists = (file) =>
	fs.access(file).then(
		() => true,
		() => false,
	);

/**
 * @param {unknown} error
 * @param {string} folder
 * @returns {unknown} an error that says what to do where the disk refuses, else the same one
 */
function explainDisk(error, folder) {
	const code = /** @type {NodeJS.ErrnoException} */ (error)?.code ?? '';
	const elsewhere = 'name another folder in the environment variable CASHFREE_VKYC_CACHE';
	if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) {
		return new Error(`${folder} cannot be written (${code}). Allow it, or ${elsewhere}.`);
	}
	if (['ENOSPC', 'EDQUOT'].includes(code)) {
		return new Error(`The disk of ${folder} is full. Free about 4 GB, or ${elsewhere}.`);
	}
	return error;
}

/**
 * @param {string} folder an existing folder
 * @param {number} needed bytes
 */
async function requireSpace(folder, needed) {
	const { bavail, bsize } = await fs.statfs(folder);
	if (bavail * bsize >= needed) return;
	/** @param {number} bytes */
	const gigabytes = (bytes) => (bytes / 1e9).toFixed(1);
	throw new Error(
		`${gigabytes(needed)} GB of free disk space are needed in ${folder}, and there are ` +
			`${gigabytes(bavail * bsize)} GB. Free some, or name a folder on another disk in the ` +
			'environment variable CASHFREE_VKYC_CACHE.',
	);
}

/** @param {string} folder */
async function removeLeftovers(folder) {
	const { dir, base } = path.parse(folder);
	for (const name of await fs.readdir(dir)) {
		const pid = name.startsWith(`${base}.partial-`) && Number(name.split('-').at(-2));
		if (pid && (pid === process.pid || !isRunning(pid))) {
			await fs.rm(path.join(dir, name), { recursive: true, force: true });
		}
	}
}

/**
 * @param {string} from
 * @param {string} to
 */
async function moveFolder(from, to) {
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
 * Makes a folder whole or not at all: `install` works in a sibling that gets the folder's name when
 * it is complete, so a folder of that name is always complete. Does nothing where it exists.
 *
 * @param {object} options
 * @param {string} options.folder absolute path of the wanted folder
 * @param {number} options.bytes free disk space it needs
 * @param {import('./progress').Progress} options.progress
 * @param {(folder: string) => Promise<void>} options.install fills the empty folder it is given
 * @param {AbortSignal} [options.signal]
 * @throws where the disk is full or cannot be written, and whatever `install` throws; nothing of
 * the installation is left then
 */
async function installOnce({ folder, bytes, progress, install, signal }) {
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
		await withLock(`${folder}.lock`, work, {
			onWait: () => progress.step(`Another process is installing ${title}; waiting for it`),
			signal,
		});
	} catch (error) {
		throw explainDisk(error, path.dirname(folder));
	}
}

module.exports = { installOnce };
