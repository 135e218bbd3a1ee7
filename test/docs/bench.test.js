const { readFileSync } = require('node:fs');
const path = require('node:path');
const { rows } = require('../../bench/results.json');
const { toTable } = require('../../bench/support/table');

/** Without the spaces and dashes that only lay a table out. */
const cellsOf = (table) =>
	table
		.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')))
		.map((cells) => cells.join('|'));

it('bench/README.md shows the table of the last results', () => {
	const page = readFileSync(path.join(__dirname, '..', '..', 'bench', 'README.md'), 'utf8');
	expect(cellsOf(page)).toEqual(expect.arrayContaining(cellsOf(toTable(rows))));
});
