import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock';
import type { Plan } from './plan';
import type { Stage } from './stage';

type Say = (text: string) => void;

async function killWorker({ instance: { queue } }: Stage, say: Say) {
	const [victim] = queue.workers;
	if (!victim) throw new Error('There is no worker.');
	process.kill(victim.pid, 'SIGKILL');
	await victim.ended;
	say('A worker is killed');
	await queue.startWorker();
	say('Another worker is started');
}

async function restartWebhook({ instance: { queue }, frontDoor }: Stage, say: Say) {
	const [old] = queue.webhooks;
	await old?.stop();
	say('The webhook process is stopped');
	await sleep(3_000);
	const { url } = await queue.startWebhook();
	frontDoor.open(url);
	say('The webhook process is started again');
}

async function restartPostgres({ instance: { queue } }: Stage, say: Say) {
	await queue.services.restartPostgres();
	say('PostgreSQL is restarted');
}

/** Does to the processes what a bad day does, each at its time. */
export async function disturb(stage: Stage, plan: Plan, clock: Clock, say: Say) {
	const all: Array<[number, (stage: Stage, say: Say) => Promise<void>]> = [
		[plan.workerKilledAt, killWorker],
		[plan.webhookStoppedAt, restartWebhook],
		[plan.postgresRestartedAt, restartPostgres],
	];
	for (const [at, act] of all) {
		await clock.at(at);
		await act(stage, say);
	}
}
