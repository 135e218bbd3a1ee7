import { Random } from '../unit/CashfreeVkycTrigger/random';
import { trendOf } from './trend';

const random = new Random(41);

it('finds the line through points that lie on one', () => {
	const trend = trendOf([1, 2, 3, 4, 5, 6].map((x) => [x, 3 + 2 * x]));
	expect(trend.slope).toBeCloseTo(2, 9);
	expect(trend.start).toBeCloseTo(3, 9);
	expect(trend.margin).toBeCloseTo(0, 9);
});

it('gives the margin that a table of the t distribution gives', () => {
	// x 1 to 5, y with residuals 1, -1, 0, -1, 1: squares 4, freedom 3, spread 10, t 3.182.
	const residuals = [1, -1, 0, -1, 1];
	const { slope, margin } = trendOf(residuals.map((y, x) => [x + 1, y]));
	expect(slope).toBeCloseTo(0, 9);
	expect(margin).toBeCloseTo(3.182 * Math.sqrt(4 / 3 / 10), 1);
});

it('has the true slope in its interval about 95 times of 100', () => {
	const hits = Array.from({ length: 400 }, () => {
		const points = Array.from({ length: 25 }, (_, x): [number, number] => [
			x,
			0.5 * x + 20 * (random.next() + random.next() + random.next()),
		]);
		const { slope, margin } = trendOf(points);
		return Math.abs(slope - 0.5) <= margin;
	}).filter(Boolean).length;
	expect(hits / 400).toBeGreaterThan(0.91);
	expect(hits / 400).toBeLessThan(0.99);
});
