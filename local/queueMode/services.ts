import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startNode } from '../n8n/nodeProcess';
import type { NodeProcess } from '../n8n/nodeProcess';
import { freePort, host } from '../n8n/ports';
import type { Programs } from './programs';
import type { Supervised } from './supervise';

const run = promisify(execFile);
const supervise = path.join(__dirname, 'supervise.ts');

const password = 'queue-mode-password';
const account = 'n8n';

export interface Services {
	/** from `addresses` */
	env: Record<string, string>;
	/** that run */
	versions: { postgres: string; redis: string };
	/** ends both and removes their data */
	stop: () => Promise<void>;
}

interface Place {
	folder: string;
	user: Supervised['user'];
}

/**
 * The user to run as: PostgreSQL refuses to run as root.
 * @returns nothing where this process is not root
 */
async function unprivileged(): Promise<Place['user']> {
	if (process.getuid?.() !== 0) return {};
	const users = await fs.readFile('/etc/passwd', 'utf8');
	const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+)/m.exec(users) ?? [];
	return { uid: Number(uid), gid: Number(gid) };
}

/**
 * @returns when it accepts connections
 * @throws with what it printed where it ends before
 */
async function startService(
	command: string,
	args: string[],
	{ folder, user }: Place,
): Promise<NodeProcess> {
	const lines: string[] = [];
	const supervised: Supervised = { command, args, user };
	return await new Promise((resolve, reject) => {
		const service = startNode({
			node: process.execPath,
			args: ['--require', require.resolve('tsx/cjs'), supervise, JSON.stringify(supervised)],
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

/** @param installed folder of PostgreSQL */
async function startPostgres(installed: string, port: number, { folder, user }: Place) {
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
	const running: NodeProcess[] = [];
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
