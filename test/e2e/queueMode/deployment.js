const { execFile, spawn } = require('node:child_process');
const { readFileSync } = require('node:fs');
const fs = require('node:fs/promises');
const path = require('node:path');
const { createInterface } = require('node:readline');
const { promisify } = require('node:util');
const { parse } = require('yaml');
const { freePort } = require('../../../local/n8n/ports');
const { versions } = require('../../../local/queueMode/programs');

const run = promisify(execFile);

const root = path.resolve(__dirname, '..', '..', '..');
const composeFile = path.join(root, 'deploy', 'queue-mode', 'compose.yaml');
const { services } = parse(readFileSync(composeFile, 'utf8'), { merge: true });

module.exports = (it, shared) => {
	describe('The compose file', () => {
		it('names the PostgreSQL that runs here', () => {
			expect(shared.instance.queue.services.versions.postgres).toBe(versions.postgres);
		});

		it('starts a Redis that wants its password, and shows it on no command line', async () => {
			const { programs } = JSON.parse(process.env.E2E).queueMode;
			const folder = await fs.mkdtemp(path.join(shared.instance.folder, 'redis-'));
			await fs.writeFile(path.join(folder, 'redis_password'), 'password-of-the-test');
			const port = await freePort();
			const [shell, ...args] = services.redis.command.map((part) =>
				part
					.replaceAll('$$', '$')
					.replaceAll('/run/secrets', folder)
					.replace('redis-server', programs.redis)
					.replace('appendonly', `bind 127.0.0.1\nport ${port}\ndir ${folder}\nappendonly`),
			);
			const redis = spawn(shell, args, { stdio: ['ignore', 'pipe', 'inherit'] });
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

		it.each(['main', 'worker', 'webhook'])('has a health check that %s passes', async (name) => {
			const { main, workers, webhooks } = shared.instance.queue;
			const [{ url }] = { main: [main], worker: workers, webhook: webhooks }[name];
			const { test } = services[name].healthcheck;
			const passes = async (address) =>
				await run('sh', ['-c', test.replace('http://127.0.0.1:5678', address)]).then(
					() => true,
					() => false,
				);
			expect(await passes(url)).toBe(true);
			expect(await passes('http://127.0.0.1:9')).toBe(false);
		});
	});
};
