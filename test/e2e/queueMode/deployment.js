const { execFile } = require('node:child_process');
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { promisify } = require('node:util');
const { parse } = require('yaml');
const { versions } = require('../../../local/queueMode/programs');

const run = promisify(execFile);

const root = path.resolve(__dirname, '..', '..', '..');
const composeFile = path.join(root, 'deploy', 'queue-mode', 'compose.yaml');

module.exports = (it, shared) => {
	describe('The compose file', () => {
		it('names the PostgreSQL that runs here, and a Redis that is not newer', () => {
			const { postgres, redis } = shared.instance.queue.services.versions;
			expect(postgres).toBe(versions.postgres);
			expect(Number.parseFloat(redis)).toBeGreaterThanOrEqual(Number(versions.redis));
		});

		it.each(['main', 'worker', 'webhook'])('has a health check that %s passes', async (name) => {
			const { services } = parse(readFileSync(composeFile, 'utf8'), { merge: true });
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
