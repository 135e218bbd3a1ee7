/** @param values at least one */
export function median(values: number[]) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param share from 0 to 1 */
export const quantile = (values: number[], share: number) =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

export const summary = (values: number[]): { median: number; min: number; max: number } => ({
	median: median(values),
	min: Math.min(...values),
	max: Math.max(...values),
});

/**
 * The ratio of two measurements that were taken in turn, round by round.
 *
 * @param theirs of the same rounds
 */
export const ratio = (ours: number[], theirs: number[]) =>
	summary(ours.map((value, round) => value / theirs[round]));
