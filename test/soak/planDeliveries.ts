import type { Overrides } from '../../local/cashfree/webhookEvent';
import type { Random } from '../unit/CashfreeVkycTrigger/random';

/** An event of Cashfree. */
export interface SoakEvent {
	event_type: string;
	event_time: string;
	version: string;
	data: { verification_id: string; reference_id: number; status: string };
}

export interface PlannedDelivery {
	/** share of the day */
	at: number;
	kind: 'genuine' | 'duplicate' | 'forged';
	event: SoakEvent;
	/** of the signature */
	overrides: Overrides;
	/** HTTP status with which it is taken, or refused */
	answer: number;
}

const types = [
	'VKYC_USER_LINK_GENERATED',
	'VKYC_USER_AADHAAR_VERIFIED',
	'VKYC_USER_PRECHECK_FAILED',
	'VKYC_USER_CALL_SCHEDULED',
	'VKYC_USER_CALL_QUEUED',
	'VKYC_USER_CALL_STARTED',
	'VKYC_USER_DROPOFF_FROM_CALL',
	'VKYC_USER_CALL_COMPLETED',
	'VKYC_AUDITOR_REVIEW_COMPLETED',
	'VKYC_USER_LINK_EXPIRED',
];

/** What a forged event says, so that it is known wherever it gets to. */
export const forgedStatus = 'FORGED';

const duplicates = 0.2;
const forgeries = 0.1;

/** All events of a verification before those of the next. */
const eventsInOrder = (count: number): SoakEvent[] =>
	Array.from({ length: count }, (_, index) => {
		const number = Math.floor(index / types.length);
		const step = index % types.length;
		return {
			event_type: types[step] ?? '',
			event_time: new Date(Date.UTC(2026, 10, 20, 4, number % 600, step)).toISOString(),
			version: 'v1',
			data: { verification_id: `event-${number}`, reference_id: 50_000 + number, status: 'SENT' },
		};
	});

const isForged = (event: SoakEvent): SoakEvent => ({
	...event,
	data: { ...event.data, status: forgedStatus },
});

/** As nobody can send it who does not know the client secret. */
function forge(event: SoakEvent, random: Random): Pick<PlannedDelivery, 'event' | 'overrides'> {
	const forged = isForged(event);
	const overrides: Overrides[] = [
		{ secret: 'another-secret' },
		{ scheme: 'none' },
		{ headers: { 'x-webhook-signature': null } },
		{ headers: { 'x-webhook-signature': 'AAAA' } },
	];
	// Signed as it was, and changed on the way.
	if (random.next() < 0.3) return { event, overrides: { body: JSON.stringify(forged) } };
	return { event: forged, overrides: random.pick(overrides) };
}

/**
 * Events in any order, some of them repeated at any time after, and forged ones among them.
 *
 * @param count of genuine events
 * @returns by time
 */
export function planDeliveries(count: number, random: Random): PlannedDelivery[] {
	const planned = random.shuffle(eventsInOrder(count)).flatMap((event, index) => {
		const at = 0.95 * (index / count);
		const later = () => at + random.next() * (0.95 - at);
		const all: PlannedDelivery[] = [{ at, kind: 'genuine', event, overrides: {}, answer: 200 }];
		if (random.next() < duplicates) {
			// As often right behind the first as at any later time.
			const again = random.next() < 0.5 ? at : later();
			const overrides = { attempt: 2 };
			all.push({ at: again, kind: 'duplicate', event, overrides, answer: 200 });
		}
		if (random.next() < forgeries) {
			all.push({ at: later(), kind: 'forged', answer: 401, ...forge(event, random) });
		}
		return all;
	});
	return planned.sort((one, other) => one.at - other.at);
}
