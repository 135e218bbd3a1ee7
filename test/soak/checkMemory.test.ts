import { Random } from '../unit/CashfreeVkycTrigger/random';
import { checkMemory, memoryTrend } from './checkMemory';
import type { Series } from './series';

const random = new Random(20_261_128);

/** Noise of 10 MB in which each sample resembles the one before, as garbage collection makes it. */
function noise(): () => number {
	let level = 0;
	return () => (level = 0.9 * level + 10 * (random.next() - 0.5));
}

/** @param mbAt memory without noise at a minute */
function series(mbAt: (minute: number) => number, minutes = 26): Series {
	const more = noise();
	const samples = Array.from({ length: minutes * 12 }, (_, index) => ({
		minutes: index / 12,
		mb: mbAt(index / 12) + more(),
	}));
	return { process: 'worker 1', samples };
}

const check = (mbAt: (minute: number) => number, minutes?: number) =>
	checkMemory([memoryTrend(series(mbAt, minutes))], false);

it('passes memory that stays where it is', () => {
	expect(check(() => 400)).toMatchObject({ holds: true, faults: [] });
});

it('passes memory that rises at the start only', () => {
	expect(check((minute) => 300 + 20 * Math.min(minute, 6))).toMatchObject({ holds: true });
});

it('passes a rise that is certain, but too small to matter', () => {
	const exact = Array.from({ length: 312 }, (_, index) => ({
		minutes: index / 12,
		mb: 400 + index / 1000,
	}));
	expect(checkMemory([memoryTrend({ process: 'main', samples: exact })], false)).toMatchObject({
		holds: true,
	});
});

it('passes memory that falls', () => {
	expect(check((minute) => 500 - 5 * minute)).toMatchObject({ holds: true });
});

it.each([3, 5, 20])('fails on memory that rises by %i MB a minute', (rise) => {
	const { holds, faults } = check((minute) => 400 + rise * minute);
	expect(holds).toBe(false);
	expect(faults).toEqual([
		expect.stringMatching(/^worker 1: \+\d+\.\d\d ± \d+\.\d\d MB a minute$/),
	]);
});

it.each<[string, (minute: number) => number]>([
	['a step in its last minutes', (minute) => (minute < 22 ? 400 : 700)],
	['a step behind its middle', (minute) => (minute < 17 ? 400 : 550)],
	['a rise that becomes steeper', (minute) => 478 + 300 * (minute / 26) ** 4],
])('fails on %s', (_what, mbAt) => {
	expect(check(mbAt)).toMatchObject({ holds: false });
});

it('passes a step in the first third', () => {
	expect(check((minute) => (minute < 7 ? 400 : 700))).toMatchObject({ holds: true });
});

it('says nothing about a process that lived for a few minutes', () => {
	const { holds, figures } = check((minute) => 400 + 20 * minute, 4);
	expect({ holds, figures }).toEqual({ holds: true, figures: 'worker 1: too short to say' });
});

it('has to say something about each kind of process in a whole day', () => {
	const kinds = (...processes: [string, number][]) =>
		processes.map(([process, minutes]) => ({ ...series(() => 400, minutes), process }));
	const ofDay = kinds(['worker 1', 4], ['worker 2', 26], ['main', 26]);
	expect(checkMemory(ofDay.map(memoryTrend), true)).toMatchObject({ holds: true });
	const { faults } = checkMemory(kinds(['worker 1', 4], ['main', 26]).map(memoryTrend), true);
	expect(faults).toEqual(['worker 1: too short to say']);
	expect(checkMemory([], true)).toMatchObject({ holds: false });
});
