import { readFile, readdir } from 'node:fs/promises';

/** A field of `/proc/<pid>/status`: all memory of a process, or what it shares with none. */
export type MemoryField = 'VmRSS' | 'RssAnon';

/** @returns in MB; undefined where the process has ended */
async function memoryOf(pid: number, field: MemoryField): Promise<number | undefined> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	const [, kB] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(status) ?? [];
	return kB === undefined ? undefined : Number(kB) / 1024;
}

/** @returns the processes that each process has started, by its ID */
export async function readChildren(): Promise<Map<number, number[]>> {
	const children = new Map<number, number[]>();
	const names = await readdir('/proc');
	const pids = names.map(Number).filter(Number.isInteger);
	for (const pid of pids) {
		const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
		// Behind the name, which may hold anything, come state and parent.
		const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
		children.set(parent, [...(children.get(parent) ?? []), pid]);
	}
	return children;
}

/**
 * @param pids of processes
 * @returns MB of these and of all that they have started; undefined where none of them goes on
 */
export async function memoryOfAll(
	pids: number[],
	field: MemoryField,
	children: Map<number, number[]>,
): Promise<number | undefined> {
	const own = await Promise.all(pids.map(async (pid) => await memoryOf(pid, field)));
	if (own.every((mb) => mb === undefined)) return undefined;
	const below = pids.flatMap((pid) => children.get(pid) ?? []);
	const theirs = below.length > 0 ? await memoryOfAll(below, field, children) : 0;
	return own.reduce<number>((sum, mb = 0) => sum + mb, theirs ?? 0);
}
