import type { Progress } from '../local/n8n/progress';
import type { Prepared } from './support/n8n';
import type { Summary } from './support/stats';

export interface Context {
	prepared: Prepared;
	/** how often each pair is measured */
	rounds: number;
	cores: number;
	progress: Progress;
}

/** A line of the table, and the figures behind it. */
export interface Row {
	/** as in the table of README.md */
	id: string;
	work: string;
	/** what it is measured beside */
	beside: string;
	/** the ratio to reach */
	reach: number;
	/** whether a higher ratio is better */
	atLeast?: boolean;
	ratio: Summary;
	[figures: string]: unknown;
}

export type Measurement = (context: Context) => Promise<Row[]>;
