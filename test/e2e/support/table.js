const { countsLine } = require('../../support/counts');

const columns = ['passed', 'failed', 'skipped'];

/**
 * @param {({ version: string } & import('../../support/counts').Counts)[]} results one a version
 * @returns {string} a table of them, and their sum in the last line
 */
function table(results) {
	const rows = [
		['n8n', ...columns],
		...results.map((row) => [row.version, ...columns.map((name) => row[name])]),
	];
	const lines = rows.map(([version, ...counts]) =>
		[String(version).padEnd(10), ...counts.map((count) => String(count).padStart(8))].join(''),
	);
	const sum = (name) => results.reduce((total, row) => total + row[name], 0);
	const totals = Object.fromEntries(columns.map((name) => [name, sum(name)]));
	return [...lines, '', countsLine(totals)].join('\n');
}

module.exports = { table };
