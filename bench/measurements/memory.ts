import fs from 'node:fs/promises';
import path from 'node:path';
import type { WorkflowNode } from '../../local/n8n/examples';
import { newNode } from '../../local/n8n/workflowNode';
import type { Measurement } from '../measurement';
import { startAnswering } from '../support/answering';
import { start } from '../support/n8n';
import { bareRequest, initiateNode, leads } from '../support/nodes';
import { ratio, summary } from '../support/stats';
import { inTurns } from '../support/turns';

const count = 10_000;
const pauseMs = 6000;
/** of the time of a node: with fewer, the most in use could lie between two of them */
const leastSamples = 5;

/** As `heapSampler.js` writes them. */
interface Sample {
	/** milliseconds since 1970 */
	at: number;
	/** bytes in use that were allocated since sampling began */
	all: number;
	/** of these, those that the code of the measured package allocated, or what it called at once */
	own: number;
}

const largest = (samples: Sample[]): Sample | undefined =>
	samples.toSorted((a, b) => b.all - a.all)[0];

/**
 * Work D: the memory that a node adds while it works on 10,000 items: the most that is in use during
 * its time, less what was in use just before, when n8n had the items at hand. V8 samples allocations;
 * garbage does not count.
 */
export const memory: Measurement = async ({ prepared, rounds, progress }) => {
	const server = await startAnswering();
	const file = path.join(prepared.folder, 'heap-samples');
	const nodeOptions = ['--require', path.resolve(__dirname, '..', 'support', 'heapSampler.js')];
	const n8n = await start(prepared, server.credential, {
		...{ nodeOptions, env: { BENCH_HEAP: file } },
	});
	// the items stay in it until they have been sampled
	const pause = newNode(
		'Pause',
		'n8n-nodes-base.wait',
		{ resume: 'timeInterval', amount: pauseMs / 1000, unit: 'seconds' },
		{ typeVersion: 1.1 },
	);
	let runs = 0;

	/** @returns megabytes */
	async function measured(node: WorkflowNode): Promise<{ mb: number; ownMb: number }> {
		const { startedAt, ms, items } = await n8n.measure(node, leads(count, `run-${++runs}`), [
			pause,
		]);
		const { requests, verifications } = await server.report();
		if ([items, requests, verifications].some((each) => each !== count)) {
			throw new Error(`${items} items, ${requests} requests, ${verifications} verifications`);
		}
		const lines = (await fs.readFile(file, 'utf8')).trim().split('\n');
		const samples = lines.map((line): Sample => JSON.parse(line));
		const before = samples.findLast(({ at }) => at < startedAt && at > startedAt - pauseMs);
		const during = samples.filter(({ at }) => at >= startedAt && at <= startedAt + ms);
		const most = largest(during);
		if (!before || !most || during.length < leastSamples) {
			throw new Error(`The memory was sampled ${during.length} times in ${ms} ms.`);
		}
		return { mb: (most.all - before.all) / 1e6, ownMb: (most.own - before.own) / 1e6 };
	}

	try {
		const nodes = {
			ours: initiateNode(),
			bare: bareRequest(n8n.credential),
		};
		for (const node of Object.values(nodes)) await n8n.measure(node, leads(100, `first-${++runs}`));
		await server.report();
		process.kill(n8n.pid, 'SIGUSR2');
		const { ours, bare } = await inTurns(
			{
				ours: async () => await measured(nodes.ours),
				bare: async () => await measured(nodes.bare),
			},
			rounds,
			(round) => progress.step(`D: round ${round} of ${rounds}`),
		);
		const each = (all: typeof ours, what: 'mb' | 'ownMb') => all.map((result) => result[what]);
		return [
			{
				...{ id: 'D', beside: 'bare request node', reach: 1.1 },
				work: '10,000 items: memory that the node adds',
				ratio: ratio(each(ours, 'mb'), each(bare, 'mb')),
				mb: { ours: summary(each(ours, 'mb')), theirs: summary(each(bare, 'mb')) },
				mbOfOwnCode: { ours: summary(each(ours, 'ownMb')), theirs: summary(each(bare, 'ownMb')) },
			},
		];
	} finally {
		await n8n.stop();
		server.stop();
	}
};
