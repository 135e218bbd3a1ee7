import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import type { Day } from './day';
import { toPage } from './page';
import type { Plan } from './plan';
import { plotMemory } from './plot';
import type { Stage } from './stage';

const bench = resolve(__dirname, '..', '..', 'bench');
const [pageFile, plotFile] = ['soak.md', 'soak.svg'];

/** Writes the page and the plot of a whole day, beside the other results. */
export async function writeResults(day: Day, plan: Plan, { instance }: Stage) {
	const { runtime, queue } = instance;
	const versions = {
		...{ n8n: runtime.version, node: '24', ...queue.services.versions },
		cores: availableParallelism(),
	};
	const date = new Date().toISOString().slice(0, 10);
	const page = toPage(day, plan, versions, { date, plot: plotFile });
	const options = { parser: 'markdown', useTabs: true, printWidth: 100 };
	await writeFile(join(bench, pageFile), await format(page, options));
	await writeFile(join(bench, plotFile), plotMemory(day.series, day.trends, day.marks));
}
