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

/** Of an execution that a dying worker cuts off, n8n keeps nothing, and Cashfree has its answer. */
const lossOf = (cutOff: number) => (cutOff > 0 ? `, ${cutOff} cut off by the kill` : '');

function notOnceBut(cutOff: number, wanted: string[], found: string[]): string[] {
	const isThere = new Set(found);
	const missing = wanted.filter((each) => !isThere.has(each));
	const spared = new Set(missing.slice(0, cutOff));
	return notOnce(
		wanted.filter((each) => !spared.has(each)),
		found,
	);
}

/** @param cutOff how many executions of events the killed worker had under way */
export function checkStarts(events: Event[], starts: EventRow[], cutOff: number): Check {
	const started = countsOf(starts.map(nameOf));
	const lost = events.map(nameOf).filter((name) => !started.has(name));
	const figures = `${events.length} events, ${starts.length} starts${lossOf(cutOff)}`;
	const faults = lost.slice(cutOff);
	return check('Each event started the workflow at least once', figures, faults);
}

/** @param cutOff as for `checkStarts` */
export function checkEffects(events: Event[], effects: EventRow[], cutOff: number): Check {
	const figures = `${events.length} events, ${effects.length} effects${lossOf(cutOff)}`;
	const faults = notOnceBut(cutOff, events.map(nameOf), effects.map(nameOf));
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

/** Messages that the workflows for events and recordings write, which end no waiting execution. */
export const notOfAnEnd = ['Not woken', 'Recording not archived'];

/**
 * @param messages by which the executions told operations how they ended
 * @param again the ID of each form that was filled in again, since its execution had been cut off;
 *   twice where that was done twice
 */
export function checkOutcomes(
	waits: Array<{ id: string; branch: string }>,
	messages: Array<{ id: string; subject: string }>,
	again: string[],
): Check {
	const wanted = waits.map(({ id, branch }) => `${id} ${branch}`);
	const ends = messages.map(({ id, subject }) => `${id} ${subject}`);
	// One that was cut off just before its end had told already.
	const spare = countsOf(again.flatMap((id) => wanted.filter((end) => end.startsWith(`${id} `))));
	const found = ends.filter((end, index) => {
		const left = ends.indexOf(end) === index ? 0 : (spare.get(end) ?? 0);
		if (left > 0) spare.set(end, left - 1);
		return left === 0;
	});
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

/** @param cutOff how many executions for recordings the killed worker had under way */
export function checkRecordings(wanted: Recording[], rows: Recording[], cutOff: number): Check {
	const textOf = ({ id, sha256 }: Recording) => `${id} ${sha256}`;
	const faults = notOnceBut(cutOff, wanted.map(textOf), rows.map(textOf));
	const figures = `${rows.length} recordings${lossOf(cutOff)}`;
	return check('Each recording was stored, byte for byte', figures, faults);
}

/** @param found those that stand in a log */
export function checkLogs(found: string[]): Check {
	return check('No secret stands in a log', 'the logs of all n8n processes', found);
}

/** @param counts how often each thing went wrong that a day needs to prove anything */
export function checkDisturbances(counts: Record<string, number>): Check {
	const figures = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
	const faults = Object.entries(counts).filter(([, count]) => count === 0);
	return check(
		'What was to go wrong went wrong',
		figures.join(', '),
		faults.map(([what]) => `no ${what}`),
	);
}
