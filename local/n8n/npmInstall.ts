import fs from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from './npm';
import type { Progress } from './progress';

/** What every step of an installation needs. */
export interface Context {
	/** the folder for downloaded versions */
	cache: string;
	progress: Progress;
	/** ends the installation when aborted */
	signal?: AbortSignal | undefined;
}

interface Manifest {
	dependencies: Record<string, string>;
	[key: string]: unknown;
}

/**
 * Runs `npm install` without install scripts, with a sign of life: minutes and packages so far.
 *
 * @param title what is being installed, in the user's words
 * @param manifest the package.json to install; its first dependency must be in the registry, or it
 * fails at once
 * @param place an empty folder, and the Node to run npm with
 */
export async function npmInstall(
	title: string,
	manifest: Manifest,
	{ cwd, node }: { cwd: string; node?: string },
	{ progress, signal }: Context,
) {
	const startedAt = Date.now();
	const counts = { lookedUp: 0, downloaded: 0 };
	const timer = setInterval(() => {
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		const { lookedUp, downloaded } = counts;
		progress.sign(`${title}: ${time}, ${lookedUp} packages looked up, ${downloaded} downloaded`);
	}, 1_000);

	function onLine(line: string) {
		const [, kind, url] = /^npm http (fetch GET 200|cache) (\S+)/.exec(line) ?? [];
		if (!url) return;
		if (!url.endsWith('.tgz')) counts.lookedUp++;
		// What npm says of its cache is said of a package that it then downloads, too.
		else if (kind !== 'cache') counts.downloaded++;
	}

	try {
		await fs.writeFile(path.join(cwd, 'package.json'), JSON.stringify(manifest, null, '\t'));
		// Out of reach, the registry shows in seconds here; the installation would try for minutes.
		const [first = []] = Object.entries(manifest.dependencies);
		await runNpm(['view', first.join('@'), 'version', '--fetch-retries=0'], { cwd, signal });
		const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
		await runNpm(install, { cwd, node, onLine, signal });
	} finally {
		clearInterval(timer);
	}
}
