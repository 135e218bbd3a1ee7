import { check, countsOf, notOnce } from './check';
import type { Check } from './check';
import { forgedStatus } from './planDeliveries';

/** What is left of an execution that an event started. */
export interface EventRow {
	delivery_key: string;
	verification_id: string;
	event_type: string;
	status: string;
}

interface Told {
	verification_id: string;
	channel: string;
}

/** @param created the verification ID of each request that created one */
export function checkVerifications(ids: string[], created: string[]): Check {
	const figures = `${new Set(created).size} verifications by ${created.length} requests`;
	return check('Each verification was created once', figures, notOnce(ids, created));
}

export function checkMessages(ids: string[], told: Told[]): Check {
	const wanted = ids.flatMap((id) => [`${id} sms`, `${id} whatsapp`]);
	const found = told.map(({ verification_id, channel }) => `${verification_id} ${channel}`);
	const figures = `${told.length} messages to ${ids.length} people`;
	return check('Each person was told once over each channel', figures, notOnce(wanted, found));
}

type Event = Pick<EventRow, 'verification_id' | 'event_type'>;

const nameOf = ({ verification_id, event_type }: Event) => `${verification_id} ${event_type}`;

export function checkStarts(events: Event[], starts: EventRow[]): Check {
	const started = countsOf(starts.map(nameOf));
	const lost = events.map(nameOf).filter((name) => !started.has(name));
	const figures = `${events.length} events, ${starts.length} starts`;
	return check('Each event started the workflow at least once', figures, lost);
}

export function checkEffects(events: Event[], effects: EventRow[]): Check {
	const figures = `${events.length} events, ${effects.length} effects`;
	const faults = notOnce(events.map(nameOf), effects.map(nameOf));
	return check('Each event had its effect once', figures, faults);
}

export function checkForgeries(forged: number, rows: EventRow[]): Check {
	const taken = rows.filter(({ status }) => status === forgedStatus).map(nameOf);
	return check('No forged event started the workflow', `${forged} forged deliveries`, taken);
}

/** @param answered the last answer to each delivery, and the one that is right */
export function checkAnswers(answered: Array<{ status: number | null; answer: number }>): Check {
	const wrong = answered.filter(({ status, answer }) => status !== answer);
	const faults = wrong.map(({ status, answer }) => `HTTP ${status} instead of ${answer}`);
	const figures = `${answered.length} deliveries`;
	return check('Each genuine delivery was taken, and each forged one refused', figures, faults);
}

/**
 * @param messages by which the executions told operations how they ended
 * @param again the ID of each form that was filled in again, since its execution had been cut off
 */
export function checkOutcomes(
	waits: Array<{ id: string; branch: string }>,
	messages: Array<{ id: string; subject: string }>,
	again: string[],
): Check {
	const wanted = waits.map(({ id, branch }) => `${id} ${branch}`);
	const ends = messages.map(({ id, subject }) => `${id} ${subject}`);
	// One that was cut off just before its end had told already.
	const mayTwice = new Set(wanted.filter((_text, index) => again.includes(waits[index]?.id ?? '')));
	const found = ends.filter((end, index) => !mayTwice.has(end) || ends.indexOf(end) === index);
	const figures = `${waits.length} executions, ${messages.length} ends`;
	const claim = 'Each waiting execution ended once, with the right outcome';
	return check(claim, figures, notOnce(wanted, found));
}

export function checkOpen(open: string[]): Check {
	return check('No execution was left waiting or running', `${open.length} left`, open);
}

interface Recording {
	id: string;
	sha256: string;
}

export function checkRecordings(wanted: Recording[], rows: Recording[]): Check {
	const textOf = ({ id, sha256 }: Recording) => `${id} ${sha256}`;
	const faults = notOnce(wanted.map(textOf), rows.map(textOf));
	return check('Each recording was stored, byte for byte', `${rows.length} recordings`, faults);
}

/** @param found those that stand in a log */
export function checkLogs(found: string[]): Check {
	return check('No secret stands in a log', 'the logs of all n8n processes', found);
}
