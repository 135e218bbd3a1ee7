import { setTimeout as sleep } from 'node:timers/promises';
import { startRuns } from '../e2e/support/runs';
import type { Clock } from './clock';
import type { Wave } from './plan';
import type { Run } from './resends';
import type { Stage } from './stage';

const mostStarts = 5;
/** How long a run may take before it counts as lost. */
const patienceMs = 300_000;

/** @returns whether it succeeded; also false where it does not come to an end */
async function succeeded({ instance }: Stage, id: string): Promise<boolean> {
	const deadline = Date.now() + patienceMs;
	while (Date.now() < deadline) {
		await sleep(2_000);
		// While its database is away, n8n cannot say.
		const execution = await instance.rest.getExecution(id).catch(() => undefined);
		const status = execution?.status ?? 'unknown';
		if (!['new', 'running', 'waiting', 'unknown'].includes(status)) return status === 'success';
	}
	return false;
}

/** While its database is away, n8n starts no run. */
async function afterPause(): Promise<string[]> {
	await sleep(10_000);
	return [];
}

/**
 * Starts the runs of each wave at its time. As the guide says, a run that does not succeed is run
 * again with all its items.
 *
 * @returns all starts of runs
 */
export async function runWaves(stage: Stage, waves: Wave[], clock: Clock): Promise<Run[]> {
	const runs: Run[] = [];
	await Promise.all(
		waves.map(async ({ at, parts }) => {
			await clock.at(at);
			let left = parts;
			for (let starts = 1; left.length > 0 && starts <= mostStarts; starts++) {
				const ids = await startRuns(stage.instance, left).catch(afterPause);
				const started = left.map((part, index) => ({
					...{ ids: part.map(({ id }) => id), executionId: ids[index] },
				}));
				runs.push(...started);
				const good = await Promise.all(ids.map(async (id) => await succeeded(stage, id)));
				left = left.filter((_part, index) => !good[index]);
			}
		}),
	);
	return runs;
}
