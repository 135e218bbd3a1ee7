import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock';
import type { Plan } from './plan';
import type { Stage } from './stage';

/** Notes the moment, for the plot. */
type Note = (text: string) => void;

async function killWorker({ instance: { queue } }: Stage, note: Note) {
	const [victim] = queue.workers;
	if (!victim) throw new Error('There is no worker.');
	process.kill(victim.pid, 'SIGKILL');
	await victim.ended;
	note('A worker is killed');
	await queue.startWorker();
}

async function restartWebhook({ instance: { queue }, frontDoor }: Stage, note: Note) {
	const [old] = queue.webhooks;
	await old?.stop();
	note('The webhook process is stopped');
	await sleep(3_000);
	const { url } = await queue.startWebhook();
	frontDoor.open(url);
}

async function restartPostgres({ instance: { queue } }: Stage, note: Note) {
	await queue.services.restartPostgres();
	note('PostgreSQL is restarted');
}

/** Does to the processes what a bad day does, each at its time. */
export async function disturb(stage: Stage, plan: Plan, clock: Clock, note: Note) {
	const all: Array<[number, (stage: Stage, note: Note) => Promise<void>]> = [
		[plan.workerKilledAt, killWorker],
		[plan.webhookStoppedAt, restartWebhook],
		[plan.postgresRestartedAt, restartPostgres],
	];
	for (const [at, act] of all) {
		await clock.at(at);
		await act(stage, note);
	}
}
