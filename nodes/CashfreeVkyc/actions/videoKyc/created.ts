import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { noDecisionWords, outcomeOf, withOutcome } from '../../../shared/outcome';
import type { Outcome } from '../../../shared/outcome';
import { counted } from '../hints';
import { explain } from './explanations';

/** A verification that nobody has opened yet, or that was refused at once. */
const firstSubStatuses: unknown[] = ['LINK_GENERATED', 'INSUFFICIENT_BALANCE'];

const dayOf = (value: unknown): string | undefined =>
	/^\d{4}-\d{2}-\d{2}/.exec(typeof value === 'string' ? value : '')?.[0];

/** Whether the user can no longer open the link; on its last day, it counts as open. */
function isExpired({ status, link_expiry }: IDataObject, now: number): boolean {
	const day = dayOf(link_expiry);
	const isPast = day !== undefined && day < new Date(now).toISOString().slice(0, 10);
	return isPast || status === 'EXPIRED';
}

/** Whether a verification has gone further than one that was just created, as far as is documented. */
const isUnderWay = (answer: IDataObject): boolean =>
	explain(answer).explanation !== undefined && !firstSubStatuses.includes(answer.sub_status);

/** As far as words tell; where the user has not finished, the link's last day tells, too. */
function outcomeAt(answer: IDataObject, now: number): Outcome {
	const outcome = outcomeOf(answer, noDecisionWords);
	const mayExpire = outcome === 'pending' || answer.status === 'EXPIRED';
	return mayExpire && isExpired(answer, now) ? 'expired' : outcome;
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
	const isOld = created === true && (isExpired(answer, now) || isUnderWay(answer));
	const json = { ...answer, created: isOld ? false : created };
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
	const open = verifications.filter((verification) => !isExpired(verification, now));
	const day = open.map(({ link_expiry }) => dayOf(link_expiry)).find(Boolean);
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
