const fs = require('node:fs/promises');
const path = require('node:path');
const { startQueueMode } = require('../../local/queueMode');
const { ensurePrograms } = require('../../local/queueMode/programs');
const { startAnswering } = require('../support/answering');
const { encryptionKey, owner, withN8n } = require('../support/n8n');
const { initiate, leads } = require('../support/nodes');
const { median, summary } = require('../support/stats');

const workflows = 8;
const items = 250;

/**
 * Work I: 2,000 items in eight workflows, in queue mode with one worker and with more.
 *
 * @param {import('../run').Context} context
 */
async function run({ prepared, rounds, progress, cores }) {
	const { programs, reason } = await ensurePrograms({ progress });
	if (!programs) throw new Error(`Queue mode cannot be measured: ${reason}`);
	const server = await startAnswering();
	/** @type {Map<number, number[]>} milliseconds of each round, by number of workers */
	const times = new Map();
	const folder = await fs.mkdtemp(path.join(prepared.folder, 'queue-'));
	const queue = await startQueueMode({
		...{ programs, folder, encryptionKey, workers: 1, webhooks: 0 },
		runtime: prepared.runtime,
		tarball: prepared.tarball,
	});
	try {
		await queue.main.rest.setUpOwner(owner);
		const n8n = await withN8n(queue.main, server.credential);
		let runs = 0;
		const once = async () => {
			const startedAt = performance.now();
			await Promise.all(
				Array.from({ length: workflows }, async () =>
					n8n.measure(initiate(), leads(items, `run-${++runs}`)),
				),
			);
			const ms = performance.now() - startedAt;
			const { requests, verifications } = await server.report();
			const all = workflows * items;
			if (requests !== all || verifications !== all)
				throw new Error('An item was lost or doubled.');
			return ms;
		};
		for (let workers = 1; workers <= 4; workers++) {
			if (workers > 1) await queue.startWorker();
			progress.step(`I: ${workers} workers`);
			await once();
			const all = [];
			for (let round = 0; round < rounds; round++) all.push(await once());
			times.set(workers, all);
		}
	} finally {
		await queue.stop();
		server.stop();
	}
	const alone = median(times.get(1) ?? []);
	return [...times].slice(1).map(([workers, all]) => ({
		id: `I ${workers}`,
		work: `2,000 items in 8 workflows, ${workers} workers on ${cores} cores`,
		beside: 'linear from one worker',
		reach: 0.85,
		atLeast: true,
		ratio: summary(all.map((ms) => alone / ms / workers)),
		ms: { one: summary(times.get(1) ?? []), these: summary(all) },
	}));
}

module.exports = { run };
