import type { Line, Row } from '../measurement';
import { ratio, summary } from './stats';

/**
 * A line of the table for a work and what it was measured beside, in turns.
 *
 * @param unit names the figures
 * @param theirs of the same rounds
 */
export const compared = (line: Line, unit: string, ours: number[], theirs: number[]): Row => ({
	...line,
	ratio: ratio(ours, theirs),
	[unit]: { ours: summary(ours), theirs: summary(theirs) },
});
