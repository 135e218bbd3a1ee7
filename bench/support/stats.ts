export interface Summary {
	median: number;
	min: number;
	max: number;
}

/** @throws where there is no such value */
function valueAt(values: number[], index: number): number {
	const value = values[index];
	if (value === undefined) throw new Error('A figure is missing.');
	return value;
}

const sorted = (values: number[]) => values.toSorted((a, b) => a - b);

/** @param values at least one */
export function median(values: number[]): number {
	const middle = (values.length - 1) / 2;
	const [low, high] = [Math.floor(middle), Math.ceil(middle)];
	return (valueAt(sorted(values), low) + valueAt(sorted(values), high)) / 2;
}

/**
 * @param values at least one
 * @param share from 0 to 1
 */
export const quantile = (values: number[], share: number): number =>
	valueAt(sorted(values), Math.min(values.length - 1, Math.floor(values.length * share)));

/** @param values at least one */
export const summary = (values: number[]): Summary => ({
	median: median(values),
	min: Math.min(...values),
	max: Math.max(...values),
});

/**
 * The ratio of two measurements that were taken in turn, round by round.
 *
 * @param theirs of the same rounds
 */
export const ratio = (ours: number[], theirs: number[]): Summary =>
	summary(ours.map((value, round) => value / valueAt(theirs, round)));
