import { countsLine } from '../../support/counts';
import type { Counts } from '../../support/counts';

const columns = ['passed', 'failed', 'skipped'] as const;

/**
 * @param results one a version
 * @returns a table of them, and their sum in the last line
 */
export function table(results: ({ version: string } & Counts)[]): string {
	const rows = [
		['n8n', ...columns],
		...results.map((row) => [row.version, ...columns.map((name) => row[name])]),
	];
	const lines = rows.map(([version, ...counts]) =>
		[String(version).padEnd(10), ...counts.map((count) => String(count).padStart(8))].join(''),
	);
	const sum = (name: keyof Counts) => results.reduce((total, row) => total + row[name], 0);
	const totals = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
	return [...lines, '', countsLine(totals)].join('\n');
}
