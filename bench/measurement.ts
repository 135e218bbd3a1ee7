import type { Progress } from '../local/n8n/progress';
import type { Prepared } from './support/n8n';
import type { Summary } from './support/stats';

export interface Context {
	prepared: Prepared;
	/** how often each work is measured */
	rounds: number;
	progress: Progress;
}

/** What a line of the table is about. */
export interface Line {
	/** a letter, and what tells it from others of that letter */
	id: string;
	work: string;
	/** what it is measured beside */
	beside: string;
	/** the ratio to reach, at most; without one, the line only informs */
	reach?: number;
}

/** A line of the table, and the figures behind it. */
export interface Row extends Line {
	ratio: Summary;
	[figures: string]: unknown;
}

export type Measurement = (context: Context) => Promise<Row[]>;
