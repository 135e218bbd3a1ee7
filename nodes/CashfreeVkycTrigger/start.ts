import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../shared/json';
import { outcomeOf } from '../shared/outcome';
import type { DecisionWords, Outcome } from '../shared/outcome';
import { shortHash } from './deliveryKey';
import { allEvents, otherEvents, otherProducts, verificationFinished } from './events';
import { isVideoKycEvent } from './readEvent';

/** An event that starts the workflow, and what it is chosen by; an end of a verification may be both. */
export interface Start {
	event: IDataObject;
	/** Missing for events of other products */
	outcome?: Outcome;
	byEvent: boolean;
	byOutcome: boolean;
}

const isEnd = (outcome: Outcome) => outcome !== 'pending' && outcome !== 'unknown';

const dataOf = ({ data }: IDataObject) => (isJsonObject(data) ? data : {});

/** Whether the choice for an event of Video KYC is among those of the builder. */
export const isChosen = (eventType: string, chosen: readonly string[]): boolean =>
	chosen.includes(allEvents.includes(eventType) ? eventType : otherEvents);

/**
 * Whether, and why, an event starts the workflow.
 *
 * @param event any JSON value that is proven to come from Cashfree, or need not be
 * @param events the values of 'Events'
 * @returns undefined where the builder has not chosen it, or it is no event
 */
export function startOf(
	event: unknown,
	{ events, decisionWords }: { events: readonly string[]; decisionWords: DecisionWords },
): Start | undefined {
	if (!isJsonObject(event) || typeof event.event_type !== 'string') return undefined;
	if (!isVideoKycEvent(event)) {
		return events.includes(otherProducts) ? { event, byEvent: true, byOutcome: false } : undefined;
	}
	const { event_type } = event;
	const outcome = outcomeOf({ ...dataOf(event), event_type }, decisionWords);
	const byEvent = isChosen(event_type, events);
	const byOutcome = events.includes(verificationFinished) && isEnd(outcome);
	return byEvent || byOutcome ? { event, outcome, byEvent, byOutcome } : undefined;
}

/**
 * The keys by which a duplicate of what starts the workflow is known. An event that is chosen itself
 * starts it each time it happens; else, a verification's outcome does so once, whichever event says it.
 *
 * @param delivery from `describeDelivery`
 * @returns the key that decides, and behind it another to remember
 */
export function keysOf(
	{ event, outcome, byEvent, byOutcome }: Start,
	delivery: { key: string; product: string },
): [key: string, ...others: string[]] {
	const { verification_id, reference_id } = dataOf(event);
	const ids = [verification_id, reference_id].map((id) => String(id ?? ''));
	const id = ids.find((text) => text !== '');
	if (!byOutcome || id === undefined) return [delivery.key];
	const outcomeKey = shortHash(delivery.product, id, outcome);
	return byEvent ? [delivery.key, outcomeKey] : [outcomeKey];
}
