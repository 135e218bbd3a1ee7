import fs from 'node:fs/promises';

/** @returns an error that says what to do where the disk refuses, else the same one */
export function explainDisk(error: unknown, folder: string): unknown {
	const code = (error as NodeJS.ErrnoException)?.code ?? '';
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
 * @param folder an existing folder
 * @param needed bytes
 * @throws where its disk has less
 */
export async function requireSpace(folder: string, needed: number) {
	const { bavail, bsize } = await fs.statfs(folder);
	if (bavail * bsize >= needed) return;
	const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1);
	throw new Error(
		`${gigabytes(needed)} GB of free disk space are needed in ${folder}, and there are ` +
			`${gigabytes(bavail * bsize)} GB. Free some, or name a folder on another disk in the ` +
			'environment variable CASHFREE_VKYC_CACHE.',
	);
}
