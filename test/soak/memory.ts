import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueInstance } from '../e2e/support/queue';
import type { Clock } from './clock';
import { memoryOfAll, readChildren } from './processes';
import type { MemoryField } from './processes';
import type { Series } from './series';

interface Source {
	name: string;
	/** with what these have started */
	pids: number[];
	field: MemoryField;
}

/** A worker with its task runner counts as one process. */
function sourcesOf(
	{ queue: { main, workers, webhooks, services } }: QueueInstance,
	children: Map<number, number[]>,
): Source[] {
	const below = (pid: number) => children.get(pid) ?? [];
	const { postgres, redis } = services.pids();
	const named = (kind: string) => (n8n: { pid: number }, index: number) => ({
		...{ name: `${kind} ${index + 1}`, pids: [n8n.pid], field: 'VmRSS' as const },
	});
	return [
		{ name: 'main', pids: [main.pid], field: 'VmRSS' },
		...workers.map(named('worker')),
		...webhooks.map(named('webhook')),
		{ name: 'Redis', pids: below(redis), field: 'VmRSS' },
		// What its processes share would count once for each of them.
		{ name: 'PostgreSQL', pids: below(postgres), field: 'RssAnon' },
	];
}

/** Notes the memory of each process again and again, until stopped. */
export class MemoryWatch {
	#series = new Map<string, Series>();
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

	/** @returns by process, in the order in which they were started */
	stop(): Series[] {
		this.#watching = false;
		return [...this.#series.values()];
	}

	async #sample() {
		const children = await readChildren();
		const minutes = this.clock.minutes();
		for (const { name, pids, field } of sourcesOf(this.instance, children)) {
			const mb = await memoryOfAll(pids, field, children);
			if (mb === undefined) continue;
			const series = this.#series.get(name) ?? { process: name, samples: [] };
			series.samples.push({ minutes, mb });
			this.#series.set(name, series);
		}
	}
}
