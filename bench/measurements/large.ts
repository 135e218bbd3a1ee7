import fs from 'node:fs/promises';
import type { WorkflowNode } from '../../local/n8n/examples';
import type { Measurement } from '../measurement';
import { startAnswering } from '../support/answering';
import { start } from '../support/n8n';
import type { Started } from '../support/n8n';
import { httpRequest, initiateNode, leads } from '../support/nodes';
import { ratio, summary } from '../support/stats';

/** @returns the most memory it ever had, in MB (Linux) */
async function peakMemory(pid: number): Promise<number> {
	const status = await fs.readFile(`/proc/${pid}/status`, 'utf8');
	return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

interface Measured {
	mb: number;
	ms: number;
	/** the time of an item of many beside that of one of few */
	growth: number;
}

/** Work D: 10,000 items, each time in a fresh n8n that has warmed up with 1,000. */
export const large: Measurement = async ({ prepared, rounds, progress }) => {
	const server = await startAnswering();

	async function measured(nodeIn: (n8n: Started) => WorkflowNode): Promise<Measured> {
		const n8n = await start(prepared, server.credential);
		try {
			const node = nodeIn(n8n);
			await n8n.measure(node, leads(1000, 'first'));
			await n8n.measure(node, leads(1000, 'second'));
			const few = await n8n.measure(node, leads(1000, 'third'));
			await server.report();
			const many = await n8n.measure(node, leads(10_000, 'many'));
			const { requests, verifications } = await server.report();
			if (many.items !== 10_000 || requests !== 10_000 || verifications !== 10_000) {
				throw new Error(
					`${many.items} items, ${requests} requests, ${verifications} verifications`,
				);
			}
			return { mb: await peakMemory(n8n.pid), ms: many.ms, growth: many.ms / 10 / few.ms };
		} finally {
			await n8n.stop();
		}
	}

	const ours: Measured[] = [];
	const theirs: Measured[] = [];
	try {
		for (let round = 0; round < Math.min(rounds, 3); round++) {
			progress.step(`D: round ${round + 1}`);
			ours.push(await measured(() => initiateNode()));
			theirs.push(await measured((n8n) => httpRequest(server.url, n8n.credential)));
		}
	} finally {
		server.stop();
	}
	const both = (what: keyof Measured) => ({
		ours: summary(ours.map((each) => each[what])),
		theirs: summary(theirs.map((each) => each[what])),
	});
	return [
		{
			...{ id: 'D memory', work: '10,000 items: peak memory', beside: 'HTTP Request node' },
			reach: 1,
			ratio: ratio(
				ours.map(({ mb }) => mb),
				theirs.map(({ mb }) => mb),
			),
			mb: both('mb'),
		},
		{
			...{ id: 'D time', work: '10,000 items: time per item', beside: 'its own at 1,000' },
			reach: 1.1,
			ratio: both('growth').ours,
			ms: both('ms'),
			theirGrowth: both('growth').theirs,
		},
	];
};
