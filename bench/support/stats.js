/** @param {number[]} values at least one */
function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @param {number[]} values
 * @param {number} share from 0 to 1
 */
const quantile = (values, share) =>
	[...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

/**
 * @param {number[]} values
 * @returns {{ median: number, min: number, max: number }}
 */
const summary = (values) => ({
	median: median(values),
	min: Math.min(...values),
	max: Math.max(...values),
});

/**
 * The ratio of two measurements that were taken in turn, round by round.
 *
 * @param {number[]} ours
 * @param {number[]} theirs of the same rounds
 */
const ratio = (ours, theirs) => summary(ours.map((value, round) => value / theirs[round]));

module.exports = { median, quantile, ratio, summary };
