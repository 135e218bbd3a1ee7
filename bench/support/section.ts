import type { Row } from '../measurement';
import { toTable } from './table';

/** As results.json holds them. */
export interface Results {
	machine: { cpu: string; cores: number; memoryGb: number };
	versions: { n8n: string; node: number; platform: string };
	rows: (Row & { rounds: number })[];
}

/** @returns the part of README.md that is made of the results */
export function toSection({ machine, versions, rows }: Results): string {
	const { cpu, cores, memoryGb } = machine;
	const rounds = [...new Set(rows.map((row) => row.rounds))].sort((a, b) => a - b);
	return `Rounds: ${rounds.join(' or ')}. n8n ${versions.n8n} on Node.js ${versions.node}, on ${cores} cores (${cpu}) with ${memoryGb} GB.

![The ratios of the table, with spread and goal](results.svg)

${toTable(rows)}`;
}
