import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nRest } from '../../local/n8n/rest';
import { startQueueMode } from '../../local/queueMode';
import { ensurePrograms } from '../../local/queueMode/programs';
import type { Measurement } from '../measurement';
import { startAnswering } from '../support/answering';
import { encryptionKey, owner, withN8n } from '../support/n8n';
import { initiateNode, leads } from '../support/nodes';
import { median, summary } from '../support/stats';

const workflows = 8;
const items = 250;

/** @returns milliseconds of all cores since the machine started */
function coreTimes(): { busy: number; all: number } {
	const times = os.cpus().map((core) => core.times);
	const all = times.flatMap((core) => Object.values(core)).reduce((sum, ms) => sum + ms, 0);
	return { busy: all - times.reduce((sum, { idle }) => sum + idle, 0), all };
}

/**
 * Waits until no execution goes on. One question for all: to ask for each with its data would keep
 * the main process, and with it a core, busy.
 */
async function allEnded(rest: N8nRest) {
	const deadline = Date.now() + 600_000;
	while ((await rest.getExecutions({ status: ['new', 'running'] })).length > 0) {
		if (Date.now() > deadline) throw new Error('The runs do not come to an end.');
		await sleep(100);
	}
}

/**
 * Work I: 2,000 items in eight workflows, in queue mode with one worker and with more, beside as
 * many times the speed of one as there are workers, or cores where these are fewer. The main process,
 * PostgreSQL, Redis and the server share the cores with them, and count among what is busy.
 */
export const workers: Measurement = async ({ prepared, rounds, progress, cores }) => {
	const { programs, reason } = await ensurePrograms({ progress });
	if (!programs) throw new Error(`Queue mode cannot be measured: ${reason}`);
	const server = await startAnswering();
	/** each round, by number of workers */
	const times = new Map<number, { ms: number; busy: number }[]>();
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
			const saving = Array.from({ length: workflows }, async () =>
				n8n.saveFor(initiateNode(), leads(items, `run-${++runs}`)),
			);
			const saved = await Promise.all(saving);
			const before = coreTimes();
			const startedAt = performance.now();
			const ids = await Promise.all(saved.map(async (workflow) => n8n.start(workflow)));
			await allEnded(n8n.rest);
			const ms = performance.now() - startedAt;
			const after = coreTimes();
			const busy = (after.busy - before.busy) / (after.all - before.all);
			for (const id of ids) await n8n.succeeded(id);
			const { requests, verifications } = await server.report();
			const all = workflows * items;
			if (requests !== all || verifications !== all)
				throw new Error('An item was lost or doubled.');
			return { ms, busy };
		};
		for (let workers = 1; workers <= 4; workers++) {
			if (workers > 1) await queue.startWorker();
			progress.step(`I: ${workers} workers`);
			for (let round = 0; round < 3; round++) await once();
			const all = [];
			for (let round = 0; round < rounds; round++) all.push(await once());
			times.set(workers, all);
		}
	} finally {
		await queue.stop();
		server.stop();
	}
	const each = (workers: number, what: 'ms' | 'busy') =>
		(times.get(workers) ?? []).map((round) => round[what]);
	const alone = each(1, 'ms');
	return [2, 3, 4].map((workers) => ({
		id: `I ${workers}`,
		work: `2,000 items in 8 workflows, ${workers} workers on ${cores} cores`,
		beside: `${Math.min(workers, cores)} times the speed of one worker`,
		reach: 0.85,
		atLeast: true,
		ratio: summary(each(workers, 'ms').map((ms) => median(alone) / ms / Math.min(workers, cores))),
		ms: { one: summary(alone), these: summary(each(workers, 'ms')) },
		shareOfCoresBusy: {
			one: summary(each(1, 'busy')),
			these: summary(each(workers, 'busy')),
		},
	}));
};
