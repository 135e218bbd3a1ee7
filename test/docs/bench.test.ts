import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../../bench/results.json';
import { toTable } from '../../bench/support/table';

/** Without the spaces and dashes that only lay a table out. */
const cellsOf = (table: string) =>
	table
		.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')))
		.map((cells) => cells.join('|'));

it('bench/README.md shows the table of the last results', () => {
	const page = readFileSync(join(__dirname, '..', '..', 'bench', 'README.md'), 'utf8');
	expect(cellsOf(page)).toEqual(expect.arrayContaining(cellsOf(toTable(rows))));
});
