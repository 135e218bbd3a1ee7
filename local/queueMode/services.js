const { execFile } = require('node:child_process');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');
const { startNode } = require('../n8n/nodeProcess');
const { freePort, host } = require('../n8n/ports');

const run = promisify(execFile);
const supervise = path.join(__dirname, 'supervise.js');

const password = 'queue-mode-password';
const account = 'n8n';

/**
 * @typedef {object} Services
 * @property {Record<string, string>} env from `addresses`
 * @property {{ postgres: string, redis: string }} versions that run
 * @property {() => Promise<void>} stop ends both and removes their data
 */

/** @typedef {{ folder: string, user: { uid?: number, gid?: number } }} Place */

/**
 * The user to run as: PostgreSQL refuses to run as root.
 * @returns {Promise<Place['user']>} nothing where this process is not root
 */
async function unprivileged() {
	if (process.getuid?.() !== 0) return {};
	const users = await fs.readFile('/etc/passwd', 'utf8');
	const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+)/m.exec(users) ?? [];
	return { uid: Number(uid), gid: Number(gid) };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Place} place
 * @returns {Promise<import('../n8n/nodeProcess').NodeProcess>} when it accepts connections
 * @throws with what it printed where it ends before
 */
async function startService(command, args, { folder, user }) {
	/** @type {string[]} */
	const lines = [];
	return await new Promise((resolve, reject) => {
		const service = startNode({
			node: process.execPath,
			args: [supervise, JSON.stringify({ command, args, user })],
			cwd: folder,
			env: { PATH: process.env.PATH, LC_ALL: 'C' },
			onLine(line) {
				if (lines.length < 50) lines.push(line);
				if (/ready to accept connections/i.test(line)) resolve(service);
			},
		});
		void service.exited.then(() => reject(new Error(`${command} ended:\n${lines.join('\n')}`)));
	});
}

/**
 * @param {string} installed folder of PostgreSQL
 * @param {number} port
 * @param {Place} place
 */
async function startPostgres(installed, port, { folder, user }) {
	// Where root's cache folder is, other users may not read.
	const programs = path.join(folder, 'programs');
	await fs.cp(installed, programs, { recursive: true, verbatimSymlinks: true });
	const [data, passwordFile] = [path.join(folder, 'postgres'), path.join(folder, 'password')];
	await fs.writeFile(passwordFile, password);
	const access = ['--auth', 'scram-sha-256', '--username', account, '--pwfile', passwordFile];
	const initdb = ['--pgdata', data, '--encoding', 'UTF8', '--locale', 'C', ...access];
	await run(path.join(programs, 'bin', 'initdb'), initdb, { cwd: folder, ...user });
	const settings = ['fsync=off', `listen_addresses=${host}`, 'unix_socket_directories='];
	const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
	return await startService(path.join(programs, 'bin', 'postgres'), args, { folder, user });
}

/**
 * @param {string} program
 * @param {number} port
 * @param {Place} place
 */
async function startRedis(program, port, place) {
	const settings = { bind: host, port, dir: place.folder, requirepass: password, save: '' };
	const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	return await startService(program, args, place);
}

/**
 * @param {number} postgresPort
 * @param {number} redisPort
 * @returns {Record<string, string>} what n8n needs to find both, as environment variables
 */
const addresses = (postgresPort, redisPort) => ({
	DB_POSTGRESDB_HOST: host,
	DB_POSTGRESDB_PORT: String(postgresPort),
	DB_POSTGRESDB_DATABASE: 'postgres',
	DB_POSTGRESDB_USER: account,
	DB_POSTGRESDB_PASSWORD: password,
	QUEUE_BULL_REDIS_HOST: host,
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	QUEUE_BULL_REDIS_PASSWORD: password,
});

/** @param {string} program @returns {Promise<string>} such as `17.10` */
async function versionOf(program) {
	const { stdout } = await run(program, ['--version']);
	return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout;
}

/**
 * Starts PostgreSQL and Redis on free ports of the loopback address, with their data in a folder of
 * their own. They end with this process.
 *
 * @param {import('./programs').Programs} programs
 * @returns {Promise<Services>}
 * @throws with what they printed where one does not start
 */
async function startServices({ postgres, redis }) {
	const [postgresPort, redisPort] = [await freePort(), await freePort()];
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-services-'));
	/** @type {import('../n8n/nodeProcess').NodeProcess[]} */
	const running = [];
	async function stop() {
		await Promise.all(running.map((service) => service.stop()));
		await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
	try {
		const user = await unprivileged();
		if (user.uid !== undefined) await fs.chown(folder, user.uid, Number(user.gid));
		running.push(await startPostgres(postgres, postgresPort, { folder, user }));
		running.push(await startRedis(redis, redisPort, { folder, user }));
		return {
			env: addresses(postgresPort, redisPort),
			versions: {
				postgres: await versionOf(path.join(postgres, 'bin', 'postgres')),
				redis: await versionOf(redis),
			},
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

module.exports = { addresses, startServices };
