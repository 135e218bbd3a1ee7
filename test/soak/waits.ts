import { until } from '../e2e/support/waiting';
import type { Clock } from './clock';
import type { PlannedWait } from './plan';
import type { Stage } from './stage';

/** After which a form whose person has no link is filled in again; n8n needs two minutes to see it. */
const patienceMs = 150_000;
const mostForms = 4;

/**
 * Starts the executions that wait, and ends their verifications, each at its time.
 *
 * @param submitAgain fills the form of a verification ID in again
 */
export async function waitForOutcomes(
	{ instance, start }: Stage,
	waits: PlannedWait[],
	clock: Clock,
	submitAgain: (id: string) => Promise<void>,
) {
	const { cashfree } = instance;
	const haveLink = async (id: string) => {
		const sent = async () => cashfree.verifications.has(id) || undefined;
		for (let forms = 1; forms < mostForms; forms++) {
			const found = await until(`the link of ${id}`, sent, patienceMs).catch(() => false);
			if (found) return;
			await submitAgain(id);
		}
		await until(`the link of ${id}`, sent, patienceMs);
	};
	await Promise.all(
		waits.map(async ({ id, step, startsAt, endsAt }) => {
			await clock.at(startsAt);
			await start.submit(id);
			await haveLink(id);
			await clock.at(endsAt);
			cashfree.step(id, step);
		}),
	);
}
