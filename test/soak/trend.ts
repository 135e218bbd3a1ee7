/** A straight line through points, and how sure its slope is. */
export interface Trend {
	/** per unit of x */
	slope: number;
	/** half of the slope's 95 % confidence interval */
	margin: number;
	/** y of the line at x = 0 */
	start: number;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/**
 * The 97.5 % quantile of Student's t distribution, by the expansion of Cornish and Fisher; less than
 * 1 % off from 4 degrees of freedom on.
 */
function studentsT(freedom: number): number {
	const z = 1.959964;
	const first = (z ** 3 + z) / (4 * freedom);
	const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
	const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3);
	return z + first + second + third;
}

/**
 * Least squares. Neighbours in a time series resemble each other, so that they say less than as many
 * independent points: their number counts as n (1 - r) / (1 + r), where r is the correlation of the
 * residuals with the one before.
 *
 * @param points in order, at the same distances; at least three
 */
export function trendOf(points: Array<[x: number, y: number]>): Trend {
	const n = points.length;
	const meanX = sum(points.map(([x]) => x)) / n;
	const meanY = sum(points.map(([, y]) => y)) / n;
	const spread = sum(points.map(([x]) => (x - meanX) ** 2));
	const slope = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
	const start = meanY - slope * meanX;
	const residuals = points.map(([x, y]) => y - start - slope * x);
	const squares = sum(residuals.map((residual) => residual ** 2));
	const pairs = sum(
		residuals.slice(1).map((residual, index) => residual * (residuals[index] ?? 0)),
	);
	const correlation = squares > 0 ? Math.max(0, pairs / squares) : 0;
	const effective = Math.max(3, (n * (1 - correlation)) / (1 + correlation));
	const freedom = effective - 2;
	const error = Math.sqrt(squares / freedom / spread) || 0;
	return { slope, margin: studentsT(freedom) * error, start };
}
