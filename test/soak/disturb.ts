import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { N8n } from '../../local/n8n/server';
import { until } from '../e2e/support/waiting';
import type { Clock } from './clock';
import type { Plan, Wave } from './plan';
import type { Stage } from './stage';

/** Notes the moment, for the plot. */
type Note = (text: string) => void;

/** Waits until a third of the links of a wave exist, so that its runs are under way. */
async function middleOf({ at, parts }: Wave, { instance: { cashfree } }: Stage, clock: Clock) {
	await clock.at(at);
	const ids = parts.flat().map(({ id }) => id);
	const sent = async () => {
		const made = ids.filter((id) => cashfree.verifications.has(id));
		return made.length > ids.length / 3 || undefined;
	};
	await until('a third of the links', sent, 300_000);
}

/** @returns the one with most executions under way, where there are any */
async function busiest(workers: N8n[]): Promise<{ worker: N8n; count: number } | undefined> {
	const open = workers.map(async (worker) => {
		const log = await readFile(worker.logFile, 'utf8');
		const count = (what: string) => log.split(`Worker ${what} execution`).length;
		return { worker, count: count('started') - count('finished') };
	});
	const [most] = (await Promise.all(open)).sort((one, other) => other.count - one.count);
	return most && most.count > 0 ? most : undefined;
}

/** @returns how many executions it had under way */
async function killWorker({ instance: { queue } }: Stage, note: Note): Promise<number> {
	const busy = async () => await busiest(queue.workers);
	const { worker, count } = await until('a worker with an execution', busy, 60_000);
	process.kill(worker.pid, 'SIGKILL');
	await worker.ended;
	note('A worker is killed');
	await queue.startWorker();
	return count;
}

async function restartWebhook({ instance: { queue }, frontDoor }: Stage, note: Note) {
	const [old] = queue.webhooks;
	await old?.stop();
	note('The webhook process is stopped');
	await sleep(3_000);
	const { url } = await queue.startWebhook();
	frontDoor.open(url);
}

/**
 * Does to the processes what a bad day does, each at its time.
 *
 * @returns how many executions were cut off
 */
export async function disturb(stage: Stage, plan: Plan, clock: Clock, note: Note): Promise<number> {
	await middleOf(plan.killedIn, stage, clock);
	const cutOff = await killWorker(stage, note);
	await clock.at(plan.webhookStoppedAt);
	await restartWebhook(stage, note);
	await middleOf(plan.restartedIn, stage, clock);
	await stage.instance.queue.services.restartPostgres();
	note('PostgreSQL is restarted');
	return cutOff;
}
