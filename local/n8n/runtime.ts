import fs from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cacheFolder';
import { installOnce } from './installOnce';
import { nativeParts, prepareNativeParts } from './nativeParts';
import { ensureNode, nodeMajor } from './nodeBinary';
import { npmInstall } from './npmInstall';
import type { Progress } from './progress';
import versions from './versions.json';

export interface Runtime {
	/** n8n's version */
	version: string;
	/** path of the Node binary that runs it */
	node: string;
	/** path of n8n's start script */
	n8n: string;
	/** where it is installed */
	folder: string;
}

/** The versions of n8n that are tested, newest first. */
const [newest = ''] = versions;

const folderOf = (version: string) =>
	path.join(cacheFolder(), `n8n-${version}-${process.platform}-${process.arch}-node${nodeMajor}`);

interface EnsureRuntimeOptions {
	/** of n8n; default the newest of those that the tests run with */
	version?: string | undefined;
	/** told each step and a sign of life */
	progress: Progress;
	/** ends the installation; nothing of it is left */
	signal?: AbortSignal | undefined;
}

/**
 * Makes sure that n8n and a Node that runs it are in the user's cache folder (see `cacheFolder`).
 * The first time fetches about 3 GB and takes minutes; later ones take no time.
 *
 * @throws with what to do next: no network, no disk space, no permission, no such version
 */
export async function ensureRuntime({
	version = newest,
	progress,
	signal,
}: EnsureRuntimeOptions): Promise<Runtime> {
	const context = { cache: cacheFolder(), progress, signal };
	const node = await ensureNode(context);
	const folder = folderOf(version);
	await installOnce({
		...context,
		folder,
		bytes: 4e9,
		async install(cwd) {
			progress.step(`Installing n8n ${version}, once, into ${folder} (3 GB, some minutes)`);
			const manifest = {
				private: true,
				dependencies: { n8n: version },
				// Older versions of n8n take it from an address outside the npm registry.
				overrides: { xlsx: '0.18.5' },
				allowScripts: Object.fromEntries(nativeParts.map((part) => [part, true])),
			};
			await npmInstall(`n8n ${version}`, manifest, { cwd, node }, context);
			await prepareNativeParts(node, cwd, context);
		},
	});
	const n8n = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { version, node, n8n, folder };
}

/** Removes a version of n8n from the cache folder, where it takes 3 GB. */
export async function removeRuntime(version: string) {
	await fs.rm(folderOf(version), { recursive: true, force: true, maxRetries: 5 });
}
