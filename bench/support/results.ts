import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import prettier from 'prettier';
import type { Row } from '../measurement';
import { toPlot } from './plot';
import { toSection } from './section';
import type { Results } from './section';
import { letterOf } from './table';

const folder = path.resolve(__dirname, '..');
const resultFile = path.join(folder, 'results.json');
const page = path.join(folder, 'README.md');
const begins = '<!-- what `npm run bench -- --save` writes -->';
const ends = '<!-- end -->';

async function readResults(): Promise<Results> {
	return JSON.parse(await fs.readFile(resultFile, 'utf8'));
}

/** Draws the plot, and puts the section into README.md. */
export async function draw(results?: Results) {
	const shown = results ?? (await readResults());
	await fs.writeFile(path.join(folder, 'results.svg'), toPlot(shown.rows));
	const text = await fs.readFile(page, 'utf8');
	const [before = '', rest = ''] = text.split(begins);
	const after = rest.slice(rest.indexOf(ends));
	const next = `${before}${begins}\n\n${toSection(shown)}\n\n${after}`;
	const options = await prettier.resolveConfig(page);
	await fs.writeFile(page, await prettier.format(next, { ...options, filepath: page }));
}

/**
 * Puts rows among the results, instead of all with the same letters, and into README.md and its plot.
 *
 * @param rounds in which they were measured
 * @param n8n its version
 */
export async function save(rows: Row[], rounds: number, n8n: string) {
	const letters = new Set(rows.map(letterOf));
	const earlier = (await readResults()).rows.filter((row) => !letters.has(letterOf(row)));
	const date = new Date().toISOString().slice(0, 10);
	const all = [...earlier, ...rows.map((row) => ({ ...row, rounds, n8n, date }))];
	const cores = os.cpus();
	const results: Results = {
		machine: {
			...{ cpu: cores[0]?.model ?? 'unknown', cores: cores.length },
			memoryGb: Math.round(os.totalmem() / 2 ** 30),
		},
		versions: { node: 24, platform: os.platform() },
		rows: all.sort((a, b) => letterOf(a).localeCompare(letterOf(b))),
	};
	await fs.writeFile(resultFile, `${JSON.stringify(results, null, '\t')}\n`);
	await draw(results);
}
