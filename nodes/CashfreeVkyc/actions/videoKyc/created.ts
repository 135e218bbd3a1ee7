import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { isBlank } from '../../../shared/blank';
import { foldWord, noDecisionWords, outcomeOf, withOutcome } from '../../../shared/outcome';
import type { Outcome } from '../../../shared/outcome';
import { counted } from '../hints';

const hasWords = (answer: IDataObject, status: string, subStatus: string): boolean =>
	foldWord(answer.status) === foldWord(status) &&
	foldWord(answer.sub_status) === foldWord(subStatus);

/** Whether the user has not begun. */
const isUnopened = (answer: IDataObject) => hasWords(answer, 'RECEIVED', 'LINK_GENERATED');

const isRefusedAtOnce = (answer: IDataObject) =>
	hasWords(answer, 'REJECTED', 'INSUFFICIENT_BALANCE');

const dayOf = (value: unknown): string | undefined =>
	/^\d{4}-\d{2}-\d{2}/.exec(typeof value === 'string' ? value : '')?.[0];

/** The last day of the link as a list, empty where it is over; on its last day, the link is open. */
function openUntil({ link_expiry }: IDataObject, now: number): string[] {
	const day = dayOf(link_expiry);
	return day !== undefined && day >= new Date(now).toISOString().slice(0, 10) ? [day] : [];
}

/** Whether the user can no longer open the link. One who has begun may still be in the call. */
const isExpired = (answer: IDataObject, now: number): boolean =>
	isUnopened(answer) &&
	dayOf(answer.link_expiry) !== undefined &&
	openUntil(answer, now).length === 0;

/** As far as words tell; where the user has not begun, the link's last day tells, too. */
const outcomeAt = (answer: IDataObject, now: number): Outcome =>
	isExpired(answer, now) ? 'expired' : outcomeOf(answer, noDecisionWords);

/** Whether an answer shows a new verification; null where it has words that are not documented. */
function isNew(answer: IDataObject, now: number): boolean | null {
	const { recording_link, meeting_schedule } = answer;
	if (!isBlank(recording_link) || !isBlank(meeting_schedule) || isExpired(answer, now))
		return false;
	if (isUnopened(answer) || isRefusedAtOnce(answer)) return true;
	return outcomeOf(answer, noDecisionWords) === 'unknown' ? null : false;
}

/**
 * Says beside an answer to *Initiate* whether this item created the verification, and what has become
 * of it.
 *
 * @param created as far as the requests tell
 * @param now milliseconds since 1970
 */
export function withCreated(
	answer: IDataObject,
	created: boolean | null,
	now = Date.now(),
): IDataObject {
	// Cashfree may answer with a success to an ID that exists
	const json = { ...answer, created: created === true ? isNew(answer, now) : created };
	return withOutcome(json, outcomeAt(answer, now));
}

/** Cashfree's words that are safe to show, each once. */
const statusesOf = (verifications: IDataObject[]): string =>
	[...new Set(verifications.map(({ status }) => status))]
		.filter((status) => typeof status === 'string' && /^\w{1,50}$/.test(status))
		.join(', ');

/** Those that existed before the run, each once: an earlier item of the run may have created one. */
function existingIn(verifications: IDataObject[]): IDataObject[] {
	const created = new Set(
		verifications
			.filter((verification) => verification.created !== false)
			.map(({ verification_id: id }) => id),
	);
	const existing = verifications
		.filter((verification) => verification.created === false)
		.map((verification): [unknown, IDataObject] => [verification.verification_id, verification]);
	return [...new Map(existing).entries()]
		.filter(([id]) => !created.has(id as string))
		.map(([, verification]) => verification);
}

/**
 * What to tell about verifications that existed already, and about the links.
 *
 * @param items with what *Initiate* put out
 * @param now milliseconds since 1970
 */
export function linkHints(items: INodeExecutionData[], now = Date.now()): string[] {
	const verifications = items.map(({ json }) => json);
	const existing = existingIn(verifications);
	const expired = verifications.filter((verification) => isExpired(verification, now));
	const statuses = statusesOf(existing);
	const inStatus = statuses && ` (status ${statuses})`;
	const [day] = verifications.flatMap((verification) => openUntil(verification, now));
	const first = expired.length > 0 ? 'link that has not expired' : 'link in the output';
	return [
		...counted(
			existing.length,
			`One verification existed already${inStatus}; nothing was sent for it`,
			`# verifications existed already${inStatus}; nothing was sent for them`,
		),
		...counted(
			expired.length,
			'One link has expired: a new link needs another verification ID',
			'# links have expired: new links need other verification IDs',
		),
		...(day ? [`The first ${first} expires on ${day}`] : []),
	];
}
