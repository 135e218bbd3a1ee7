import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './clock';
import type { PlannedDelivery } from './planDeliveries';
import type { Stage } from './stage';

export interface Delivered extends PlannedDelivery {
	/** of the last attempt; null: no answer */
	status: number | null;
	attempts: number;
}

const mostAttempts = 360;

/** What ends the attempts; after anything else Cashfree delivers again. */
const isFinal = (status: number | null) => status === 200 || status === 401;

async function deliverUntilAnswered(
	{ instance, eventsUrl }: Stage,
	planned: PlannedDelivery,
): Promise<Delivered> {
	const { event, overrides } = planned;
	for (let attempts = 1; ; attempts++) {
		const again = attempts > 1 ? { attempt: attempts, ...overrides } : overrides;
		const { status } = await instance.cashfree.webhooks.deliver(eventsUrl, event, again);
		if (isFinal(status) || attempts === mostAttempts) return { ...planned, status, attempts };
		await sleep(500);
	}
}

/** Delivers as planned, each delivery until it is taken or refused. */
export async function deliverAll(
	stage: Stage,
	deliveries: PlannedDelivery[],
	clock: Clock,
): Promise<Delivered[]> {
	return await Promise.all(
		deliveries.map(async (planned) => {
			await clock.at(planned.at);
			return await deliverUntilAnswered(stage, planned);
		}),
	);
}
