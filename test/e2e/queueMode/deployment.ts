import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { resolve, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { freePort } from '../../../local/n8n/ports';
import { versions } from '../../../local/queueMode/programs';
import { reportOnV3 } from '../support/breakingChanges';
import { requireContext } from '../support/context';
import { has } from '../support/features';
import type { Declare, QueueShared } from '../support/shared';

const run = promisify(execFile);

const root = resolve(__dirname, '..', '..', '..');
const composeFile = join(root, 'deploy', 'queue-mode', 'compose.yaml');
const { services } = parse(readFileSync(composeFile, 'utf8'), { merge: true });

export const deploymentTests = (it: Declare, shared: QueueShared) => {
	describe('The compose file', () => {
		it('names the PostgreSQL that runs here', () => {
			expect(shared.instance.queue.services.versions.postgres).toBe(versions.postgres);
		});

		const itOnV3 = has('reportOnV3') ? it : it.skip;

		itOnV3('has no setting that n8n 3.0 changes, says n8n', async () => {
			expect((await reportOnV3(shared.instance.rest)).inSettings).toEqual([]);
		});

		it('starts a Redis that wants its password, and shows it on no command line', async () => {
			const { programs } = requireContext().queueMode;
			if (!programs) throw new Error('Redis is missing.');
			const folder = await mkdtemp(join(shared.instance.folder, 'redis-'));
			await writeFile(join(folder, 'redis_password'), 'password-of-the-test');
			const port = await freePort();
			const command = (services.redis.command as string[]).map((part) =>
				part
					.replaceAll('$$', '$')
					.replaceAll('/run/secrets', folder)
					.replace('redis-server', programs.redis)
					.replace('appendonly', `bind 127.0.0.1\nport ${port}\ndir ${folder}\nappendonly`),
			);
			const redis = spawn(command[0] ?? '', command.slice(1), {
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			try {
				for await (const line of createInterface(redis.stdout)) {
					if (/ready to accept connections/i.test(line)) break;
				}
				const commandLine = await run('ps', ['-o', 'args=', '-p', String(redis.pid)]);
				expect(commandLine.stdout).toContain('redis-server');
				expect(commandLine.stdout).not.toContain('password');
				const check = services.redis.healthcheck.test
					.replaceAll('$$', '$')
					.replaceAll('/run/secrets', folder)
					.replace('redis-cli', `redis-cli -p ${port}`);
				expect((await run('sh', ['-c', check])).stdout).toBe('PONG\n');
				const refused = await run('redis-cli', ['-p', String(port), 'ping']);
				expect(refused.stdout).toMatch(/^NOAUTH/);
			} finally {
				redis.kill();
			}
		});

		it.each(['main', 'worker', 'webhook'] as const)(
			'has a health check that %s passes',
			async (name) => {
				const { main, workers, webhooks } = shared.instance.queue;
				const [n8n] = { main: [main], worker: workers, webhook: webhooks }[name];
				if (!n8n) throw new Error(`There is no ${name}.`);
				const { test } = services[name].healthcheck;
				const passes = async (address: string) =>
					await run('sh', ['-c', test.replace('http://127.0.0.1:5678', address)]).then(
						() => true,
						() => false,
					);
				expect(await passes(n8n.url)).toBe(true);
				expect(await passes('http://127.0.0.1:9')).toBe(false);
			},
		);
	});
};
