import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { NodeProcess } from '../n8n/nodeProcess';
import { freePort, host } from '../n8n/ports';
import type { Programs } from './programs';
import { startService, unprivileged } from './service';
import type { Place } from './service';

const run = promisify(execFile);

const password = 'queue-mode-password';
const account = 'n8n';

export interface Services {
	/** from `addresses` */
	env: Record<string, string>;
	/** that run */
	versions: { postgres: string; redis: string };
	/** of the processes that watch over them */
	pids: () => { postgres: number; redis: number };
	/** ends PostgreSQL and starts it again, with the same data at the same address */
	restartPostgres: () => Promise<void>;
	/** ends both and removes their data */
	stop: () => Promise<void>;
}

/**
 * @param installed folder of PostgreSQL
 * @returns how to start it, with an empty database
 */
async function preparePostgres(installed: string, port: number, { folder, user }: Place) {
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
	const program = path.join(programs, 'bin', 'postgres');
	return async () => await startService(program, args, { folder, user });
}

async function startRedis(program: string, port: number, place: Place) {
	const settings = { bind: host, port, dir: place.folder, requirepass: password, save: '' };
	const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	return await startService(program, args, place);
}

/** @returns what n8n needs to find both, as environment variables */
export const addresses = (postgresPort: number, redisPort: number): Record<string, string> => ({
	DB_POSTGRESDB_HOST: host,
	DB_POSTGRESDB_PORT: String(postgresPort),
	DB_POSTGRESDB_DATABASE: 'postgres',
	DB_POSTGRESDB_USER: account,
	DB_POSTGRESDB_PASSWORD: password,
	QUEUE_BULL_REDIS_HOST: host,
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	QUEUE_BULL_REDIS_PASSWORD: password,
});

/** @returns such as `17.10` */
async function versionOf(program: string): Promise<string> {
	const { stdout } = await run(program, ['--version']);
	return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout;
}

/**
 * Starts PostgreSQL and Redis on free ports of the loopback address, with their data in a folder of
 * their own. They end with this process.
 *
 * @throws with what they printed where one does not start
 */
export async function startServices({ postgres, redis }: Programs): Promise<Services> {
	const [postgresPort, redisPort] = [await freePort(), await freePort()];
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'cashfree-vkyc-services-'));
	const running: { postgres?: NodeProcess; redis?: NodeProcess } = {};
	async function stop() {
		await Promise.all(Object.values(running).map((service) => service.stop()));
		await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
	try {
		const user = await unprivileged();
		if (user.uid !== undefined) await fs.chown(folder, user.uid, Number(user.gid));
		const startPostgres = await preparePostgres(postgres, postgresPort, { folder, user });
		running.postgres = await startPostgres();
		running.redis = await startRedis(redis, redisPort, { folder, user });
		const pidOf = (service?: NodeProcess) => service?.pid ?? NaN;
		return {
			pids: () => ({ postgres: pidOf(running.postgres), redis: pidOf(running.redis) }),
			async restartPostgres() {
				await running.postgres?.stop();
				running.postgres = await startPostgres();
			},
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
