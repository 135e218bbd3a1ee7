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

/** The link's last day, on which it is still open. */
const lastDayOf = ({ link_expiry: expiry }: IDataObject): string | undefined =>
	/^\d{4}-\d{2}-\d{2}/.exec(typeof expiry === 'string' ? expiry : '')?.[0];

const isOver = (day: string, now: number): boolean =>
	day < new Date(now).toISOString().slice(0, 10);

/** Whether the user can no longer open the link. One who has begun may still be in the call. */
function isExpired(answer: IDataObject, now: number): boolean {
	const day = lastDayOf(answer);
	return isUnopened(answer) && day !== undefined && isOver(day, now);
}

/**
 * Whether words that are not documented for Video KYC say that it has expired: enough for a hint, and
 * not for an outcome.
 */
const saysExpired = (answer: IDataObject): boolean =>
	outcomeOf(answer, noDecisionWords) === 'unknown' &&
	[answer.status, answer.sub_status].some((word) => foldWord(word).includes('expired'));

/** Whether an answer shows a new verification; null where it has words that are not documented. */
function isNew(answer: IDataObject, outcome: Outcome): boolean | null {
	if (!isBlank(answer.recording_link) || !isBlank(answer.meeting_schedule)) return false;
	if (isUnopened(answer) || isRefusedAtOnce(answer)) return true;
	return outcome === 'unknown' ? null : false;
}

/**
 * Adds to an answer to *Initiate* whether this item created the verification, and what has become
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
	const outcome = outcomeOf(answer, noDecisionWords);
	const isOld = isExpired(answer, now);
	// Cashfree may answer with a success to an ID that exists
	const isCreated = created === true ? !isOld && isNew(answer, outcome) : created;
	return withOutcome({ ...answer, created: isCreated }, isOld ? 'expired' : outcome);
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
	const expired = new Set(
		verifications.filter(
			(verification) => isExpired(verification, now) || saysExpired(verification),
		),
	);
	const statuses = statusesOf(existing);
	const inStatus = statuses && ` (status ${statuses})`;
	const day = verifications
		.filter((verification) => !expired.has(verification))
		.map(lastDayOf)
		.find((last) => last !== undefined && !isOver(last, now));
	const first = expired.size > 0 ? 'link that has not expired' : 'link in the output';
	return [
		...counted(
			existing.length,
			`One verification existed already${inStatus}; nothing was sent for it`,
			`# verifications existed already${inStatus}; nothing was sent for them`,
		),
		...counted(
			expired.size,
			'One link has expired: a new link needs another verification ID',
			'# links have expired: new links need other verification IDs',
		),
		...(day ? [`The first ${first} expires on ${day}`] : []),
	];
}
