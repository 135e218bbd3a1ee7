import { execFile } from 'node:child_process';
import { readFile, rm, mkdir, writeFile, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from '../../local/n8n/npm';
import { npmCi } from '../../local/n8n/npmCi';
import type { Progress } from '../../local/n8n/progress';

export interface RuleSet {
	name: string;
	folder: string;
}

export const pinned = {
	name: 'the rules that n8n pins',
	folder: join(__dirname, 'rules', 'pinned'),
};
const newest = { name: 'the newest rules', folder: join(__dirname, 'rules', 'newest') };

const latest = {
	name: 'the rules published last',
	folder: join(__dirname, 'rules', 'latest'),
};

/** Installs the newest set with the versions of today in place of those of the lock file. */
async function installLatest() {
	const { folder } = latest;
	const manifest = JSON.parse(await readFile(join(newest.folder, 'package.json'), 'utf8'));
	for (const name of Object.keys(manifest.dependencies)) manifest.dependencies[name] = 'latest';
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder);
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	await copyFile(join(newest.folder, '.npmrc'), join(folder, '.npmrc'));
	await runNpm(['install', '--no-package-lock'], { cwd: folder });
}

/**
 * @param lookUp whether to look up the newest versions, beyond the lock file
 * @returns the pinned and the newest one
 */
export async function installRuleSets(lookUp: boolean, progress: Progress): Promise<RuleSet[]> {
	await npmCi(pinned.folder, { title: pinned.name, progress });
	if (!lookUp) {
		await npmCi(newest.folder, { title: newest.name, progress });
		return [pinned, newest];
	}
	progress.step(`Installing ${latest.name}`);
	await installLatest();
	return [pinned, latest];
}

/**
 * What a set of rules says: errors and warnings alike, and no inline comment counts.
 *
 * @param leg the source files, or the unpacked tarball
 * @param folder what to look at
 * @param scratch where the scan may leave files behind
 */
export async function lint(
	set: RuleSet,
	leg: 'source' | 'package',
	folder: string,
	scratch: string,
): Promise<{ files: number; findings: { rule: string | null; text: string }[] }> {
	const args = [join(__dirname, 'lint.mjs'), set.folder, leg, folder];
	const env = { ...process.env, TMPDIR: scratch, TEMP: scratch };
	const maxBuffer = 64 * 1024 * 1024;
	const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer });
	return JSON.parse(stdout);
}
