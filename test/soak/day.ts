import { setTimeout as sleep } from 'node:timers/promises';
import { rowsOf } from '../e2e/support/tables';
import type { Check } from './check';
import { checkMemory, memoryTrend } from './checkMemory';
import type { MemoryTrend } from './checkMemory';
import { startClock } from './clock';
import { deliverAll } from './deliver';
import type { Delivered } from './deliver';
import { disturb } from './disturb';
import { checkDay } from './evidence';
import type { Counts } from './evidence';
import { MemoryWatch } from './memory';
import { Operator } from './operator';
import type { Plan, PlannedWait } from './plan';
import type { Mark } from './plot';
import type { Series } from './series';
import type { Stage } from './stage';
import { waitForOutcomes } from './waits';
import { runWaves } from './waves';

/** How long the last executions may take, with those that a killed worker has left. */
const settlingMs = 600_000;
const sampleMs = 5_000;

export interface Day {
	checks: Check[];
	counts: Counts;
	series: Series[];
	trends: MemoryTrend[];
	marks: Mark[];
	minutes: number;
}

/** Waits until no execution goes on and none fails any more, or time is up. */
async function settle({ instance }: Stage, operator: Operator, deadline: number) {
	for (let quiet = 0; quiet < 3 && Date.now() < deadline; ) {
		await sleep(3_000);
		const status = ['new', 'running', 'waiting'];
		const failed = await operator.look();
		const open = await instance.rest.getExecutions({ status });
		quiet = failed + open.length === 0 ? quiet + 1 : 0;
	}
}

/** Waits for the last executions; a form whose outcome nobody was told is filled in again. */
async function settleAll(stage: Stage, waits: PlannedWait[], operator: Operator) {
	const deadline = Date.now() + settlingMs;
	for (let round = 0; round < 3; round++) {
		await settle(stage, operator, deadline);
		const told = await rowsOf(stage.instance, 'Messages to operations');
		const ids = new Set(told.map((row) => String(row.verification_id)));
		const left = waits.filter(({ id }) => !ids.has(id));
		if (left.length === 0) return;
		for (const { id } of left) await operator.submitAgain(id);
	}
	await settle(stage, operator, deadline);
}

/** Everything that happens, at its time. */
export async function liveThrough(
	stage: Stage,
	plan: Plan,
	say: (text: string) => void,
): Promise<Day> {
	const { instance } = stage;
	const clock = startClock(plan.ms);
	const marks: Mark[] = [];
	const operator = new Operator(stage, say);
	const memory = new MemoryWatch(instance, clock);
	const watching = Promise.all([memory.watch(sampleMs), operator.work()]);
	const note = (text: string) => {
		marks.push({ minutes: clock.minutes(), text });
		say(text);
	};
	const [delivered, runs, , cutOff] = await Promise.all([
		deliverAll(stage, plan.deliveries, clock),
		runWaves(stage, plan.waves, clock),
		waitForOutcomes(stage, plan.waits, clock, async (id) => await operator.submitAgain(id)),
		disturb(stage, plan, clock, note),
	]);
	await instance.cashfree.webhooks.settled();
	say('All has been sent; waiting for the last executions');
	operator.leave();
	// Nothing is asked of the processes any more, so that their memory would only fall.
	const series = memory.stop();
	await watching;
	await settleAll(stage, plan.waits, operator);
	const trends = series.map(memoryTrend);
	const { done } = operator;
	const parts = plan.waves.flatMap((wave) => wave.parts);
	const counts = {
		cutOff,
		retried: done.retried.length,
		submitted: done.submitted.length,
		runsAgain: runs.length - parts.length,
		deliveredAgain: delivered.filter(({ attempts }: Delivered) => attempts > 1).length,
		limited: instance.cashfree.requests.filter(({ status }) => status === 429).length,
	};
	const left = await checkDay(stage, plan, { delivered, runs, done, counts });
	const checks = [...left, checkMemory(trends, plan.isWhole)];
	return { checks, counts, series, trends, marks, minutes: clock.minutes() };
}
