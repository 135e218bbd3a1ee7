import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPlot } from '../../bench/support/plot';
import { toSection } from '../../bench/support/section';
import type { Results } from '../../bench/support/section';

const read = (name: string) => readFileSync(join(__dirname, '..', '..', 'bench', name), 'utf8');
const results: Results = JSON.parse(read('results.json'));

/** Without the spaces and dashes that only lay a table out. */
const cellsOf = (text: string) =>
	text
		.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')))
		.map((cells) => cells.join('|'));

it('bench/README.md shows the last results, and nothing else as results', () => {
	const [, shown = ''] = read('README.md').split(/<!-- .* -->/);
	expect(cellsOf(shown.trim())).toEqual(cellsOf(toSection(results)));
});

it('the plot shows the last results', () => {
	expect(read('results.svg')).toBe(toPlot(results.rows));
});
