import type { Row } from '../measurement';
import { toTable } from './table';

/** As results.json holds them. */
export interface Results {
	machine: { cpu: string; cores: number; memoryGb: number };
	versions: { node: number; platform: string };
	/** in how many rounds each was measured, in which version of n8n, and on which day */
	rows: (Row & { rounds: number; n8n: string; date: string })[];
}

/** @returns the part of README.md that is made of the results */
export function toSection({ machine, versions, rows }: Results): string {
	const { cpu, cores, memoryGb } = machine;
	const all = (what: 'rounds' | 'n8n' | 'date') =>
		[...new Set(rows.map((row) => row[what]))].sort().join(' or ');
	return `Rounds: ${all('rounds')}. Measured on ${all('date')}, in n8n ${all('n8n')} on Node.js ${versions.node}, on ${cores} cores (${cpu}) with ${memoryGb} GB.

![The ratios of the table, with spread and goal](results.svg)

${toTable(rows)}`;
}
