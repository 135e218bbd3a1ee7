import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueInstance } from '../e2e/support/queue';
import type { Clock } from './clock';
import { memoryOfAll, readChildren } from './processes';
import type { MemoryField } from './processes';
import type { Series } from './series';

interface Source {
	kind: string;
	pid: number;
	field: MemoryField;
	/** whether a program of this project starts it, and does not count */
	isStarted?: boolean;
}

/** A worker with its task runner counts as one process. */
const sourcesOf = ({ queue: { main, workers, webhooks, services } }: QueueInstance): Source[] => [
	{ kind: 'main', pid: main.pid, field: 'VmRSS' },
	...workers.map(({ pid }) => ({ kind: 'worker', pid, field: 'VmRSS' as const })),
	...webhooks.map(({ pid }) => ({ kind: 'webhook', pid, field: 'VmRSS' as const })),
	{ kind: 'Redis', pid: services.pids().redis, field: 'VmRSS', isStarted: true },
	// What its processes share would count once for each of them.
	{ kind: 'PostgreSQL', pid: services.pids().postgres, field: 'RssAnon', isStarted: true },
];

/** Notes the memory of each process again and again, until stopped. */
export class MemoryWatch {
	/** by kind and ID of the process */
	#samples = new Map<string, Map<number, Series['samples']>>();
	#watching = true;

	constructor(
		private readonly instance: QueueInstance,
		private readonly clock: Clock,
	) {}

	async watch(everyMs: number) {
		while (this.#watching) {
			await this.#sample();
			await sleep(everyMs);
		}
	}

	/** @returns by process; those of a kind numbered in the order in which they were started */
	stop(): Series[] {
		this.#watching = false;
		return [...this.#samples].flatMap(([kind, byPid]) =>
			[...byPid.values()].map((samples, index) => ({
				process: byPid.size > 1 ? `${kind} ${index + 1}` : kind,
				samples,
			})),
		);
	}

	async #sample() {
		const children = await readChildren();
		const minutes = this.clock.minutes();
		for (const { kind, pid, field, isStarted } of sourcesOf(this.instance)) {
			const pids = isStarted ? (children.get(pid) ?? []) : [pid];
			const mb = await memoryOfAll(pids, field, children);
			if (mb === undefined) continue;
			const byPid = this.#samples.get(kind) ?? new Map<number, Series['samples']>();
			byPid.set(pid, [...(byPid.get(pid) ?? []), { minutes, mb }]);
			this.#samples.set(kind, byPid);
		}
	}
}
