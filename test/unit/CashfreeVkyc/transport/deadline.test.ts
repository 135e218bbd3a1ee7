import { withDeadline } from '../../../../nodes/CashfreeVkyc/transport/deadline';
import { listenersOf } from '../../../support/abortListeners';
import { FakeClock } from '../../../support/fakeClock';

/** Work that ends when its signal is aborted, and tells so. */
const untilAborted = async (signal: AbortSignal) =>
	await new Promise<string>((resolve) => {
		signal.addEventListener('abort', () => resolve('aborted'));
	});

it('aborts what takes too long', async () => {
	const clock = new FakeClock();
	let end = 'under way';
	void withDeadline(1000, clock, undefined, untilAborted).then((result) => {
		end = result;
	});
	await clock.pass(999);
	expect(end).toBe('under way');
	await clock.pass(1);
	expect(end).toBe('aborted');
});

it('aborts what is under way when the run is stopped', async () => {
	const run = new AbortController();
	const work = withDeadline(1000, new FakeClock(), run.signal, untilAborted);
	run.abort();
	expect(await work).toBe('aborted');
});

it('aborts at once what a stopped run still starts', async () => {
	const isAborted = async (signal: AbortSignal) => signal.aborted;
	const stopped = AbortSignal.abort();
	expect(await withDeadline(1000, new FakeClock(), stopped, isAborted)).toBe(true);
	expect(listenersOf(stopped)).toBe(0);
});

it('leaves what is in time alone, and nothing behind', async () => {
	const clock = new FakeClock();
	const { signal: runSignal } = new AbortController();
	let isAborted;
	const work = async (signal: AbortSignal) => {
		isAborted = signal.aborted;
		expect(listenersOf(runSignal)).toBe(1);
		return 'result';
	};
	expect(await withDeadline(1000, clock, runSignal, work)).toBe('result');
	expect(isAborted).toBe(false);
	expect(listenersOf(runSignal)).toBe(0);
	expect(clock.sleeps).toEqual([1000]);
});

it('ends its sleep when the work is done', async () => {
	let sleepSignal: AbortSignal | undefined;
	const clock = Object.assign(new FakeClock(), {
		sleep: async (_: number, signal: AbortSignal | undefined) => {
			sleepSignal = signal;
			await new Promise(() => {});
		},
	});
	await withDeadline(1000, clock, undefined, async () => 'result');
	expect(sleepSignal?.aborted).toBe(true);
});

it('hands on what the work throws, and leaves nothing behind', async () => {
	const { signal } = new AbortController();
	const thrown = new RangeError('no');
	const work = async () => {
		throw thrown;
	};
	await expect(withDeadline(1000, new FakeClock(), signal, work)).rejects.toBe(thrown);
	expect(listenersOf(signal)).toBe(0);
});
