import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Progress } from './n8n/progress';

const run = promisify(execFile);

/**
 * Installs packages of Debian or Ubuntu where this process may.
 *
 * @returns why that could not be done; undefined where it was
 */
export async function installDebian(
	packages: string[],
	progress: Progress,
): Promise<string | undefined> {
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || !existsSync('/usr/bin/apt-get')) return 'this process may not install them';
	progress.step(`Installing ${packages.join(', ')} with apt-get`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await run('apt-get', ['update'], { env });
		await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env });
	} catch (error) {
		const { stderr, message } = error as Error & { stderr?: string };
		return `apt-get says: ${(stderr || message).trim().split('\n').at(-1)}`;
	}
	return undefined;
}
