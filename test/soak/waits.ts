import { until } from '../e2e/support/waiting';
import type { Clock } from './clock';
import type { PlannedWait } from './plan';
import type { Stage } from './stage';

/** Starts the executions that wait, and ends their verifications, each at its time. */
export async function waitForOutcomes(
	{ instance, start }: Stage,
	waits: PlannedWait[],
	clock: Clock,
) {
	const { cashfree } = instance;
	await Promise.all(
		waits.map(async ({ id, step, startsAt, endsAt }) => {
			await clock.at(startsAt);
			await start.submit(id);
			await clock.at(endsAt);
			const sent = async () => cashfree.verifications.has(id) || undefined;
			await until(`the link of ${id}`, sent, 300_000);
			cashfree.step(id, step);
		}),
	);
}
