import fs from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from './npm';
import type { Progress } from './progress';

const changedAt = async (file: string) => (await fs.stat(file).catch(() => null))?.mtimeMs ?? 0;

interface NpmCiOptions {
	/** what is being installed, in the user's words */
	title: string;
	progress: Progress;
	/** ends the installation when aborted */
	signal?: AbortSignal | undefined;
}

/**
 * Installs what the lock file of a folder names, where that has not been done.
 *
 * @param cwd a folder with a package.json and a package-lock.json
 */
export async function npmCi(cwd: string, { title, progress, signal }: NpmCiOptions) {
	const installedAt = await changedAt(path.join(cwd, 'node_modules', '.package-lock.json'));
	if (installedAt && installedAt >= (await changedAt(path.join(cwd, 'package-lock.json')))) return;
	progress.step(`Installing ${title}`);
	await runNpm(['ci'], { cwd, signal });
}
