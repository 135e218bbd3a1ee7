import fc from 'fast-check';
import { backoff, systemClock } from '../../../../nodes/CashfreeVkyc/transport/clock';
import { FakeClock } from '../../../support/fakeClock';
import { listenersOf } from '../../../support/abortListeners';
import { wait } from '../../../support/until';

function clockWith(chance: number) {
	const clock = new FakeClock();
	clock.chance = chance;
	return clock;
}

it('doubles from one second up to the longest', () => {
	const waits = [1, 2, 3, 4, 5, 9].map((retry) => backoff(retry, 10_000, clockWith(0)));
	expect(waits).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000]);
});

it('is shortened by up to a half, by chance', () => {
	expect(backoff(2, 10_000, clockWith(0.5))).toBe(1500);
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 50 }),
			fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
			(retry, chance) => {
				const longest = backoff(retry, 60_000, clockWith(0));
				const wait = backoff(retry, 60_000, clockWith(chance));
				return wait > longest / 2 && wait <= longest && longest <= 60_000;
			},
		),
		{ seed: 4 },
	);
});

describe("the system's clock", () => {
	it('sleeps as long as told', async () => {
		const started = systemClock.now();
		await systemClock.sleep(30, undefined);
		// a timer may fire within the millisecond before
		expect(systemClock.now() - started).toBeGreaterThanOrEqual(29);
	});

	it('sleeps no longer', async () => {
		const first = await Promise.race([
			systemClock.sleep(30, undefined).then(() => 'the clock'),
			wait(300).then(() => 'a later timer'),
		]);
		expect(first).toBe('the clock');
	});

	it('sleeps on where one nap is not enough', async () => {
		const started = systemClock.now();
		await systemClock.sleep(550, new AbortController().signal);
		expect(systemClock.now() - started).toBeGreaterThanOrEqual(549);
	});

	it.each([
		['back', -3_600_000],
		['forward', 3_600_000],
	])('sleeps as long as told, too, where somebody sets the clock %s meanwhile', async (_, by) => {
		const real = Date.now;
		const started = performance.now();
		const sleep = systemClock.sleep(550, undefined);
		const spy = jest.spyOn(Date, 'now').mockImplementation(() => real() + by);
		const first = await Promise.race([sleep.then(() => 'the clock'), wait(5000)]);
		spy.mockRestore();
		expect(first).toBe('the clock');
		expect(performance.now() - started).toBeGreaterThanOrEqual(549);
	});

	it('does not go back with the clock of the server, whose date it tells beside', () => {
		const started = systemClock.now();
		const spy = jest.spyOn(Date, 'now').mockImplementation(() => 5);
		expect([systemClock.now() >= started, systemClock.date()]).toEqual([true, 5]);
		spy.mockRestore();
	});

	it('does not sleep at all for no time, or where the run is stopped already', async () => {
		await systemClock.sleep(0, undefined);
		await systemClock.sleep(3_600_000, AbortSignal.abort());
	});

	it('wakes up when the run is stopped', async () => {
		const run = new AbortController();
		const sleep = systemClock.sleep(3_600_000, run.signal);
		run.abort();
		await sleep;
	});

	it('leaves no listener behind', async () => {
		const { signal } = new AbortController();
		await systemClock.sleep(1, signal);
		expect(listenersOf(signal)).toBe(0);
	});

	it('has one listener for many that sleep until the same signal, and wakes them all', async () => {
		const run = new AbortController();
		const sleeps = Array.from({ length: 50 }, () => systemClock.sleep(3_600_000, run.signal));
		expect(listenersOf(run.signal)).toBe(1);
		run.abort();
		await Promise.all(sleeps);
		expect(listenersOf(run.signal)).toBe(0);
	});

	it('gives numbers from 0 to below 1', () => {
		const number = systemClock.random();
		expect(number >= 0 && number < 1).toBe(true);
	});
});
