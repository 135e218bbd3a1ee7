import type { IDataObject } from 'n8n-workflow';
import { maskPersonalData } from '../shared/mask';
import type { Mask } from '../shared/masks';
import { readTimestamp } from './signature';
import type { SignatureScheme } from './signature';
import { deliveryKey } from './deliveryKey';
import { isVideoKycEvent } from './readEvent';

const fromData = (field: string) => ({ path: `data.${field}`, as: field });

/** What 'Simplified' keeps of an event, the most useful first. */
export const simplifiedFields = [
	'event_type',
	fromData('vkyc_link'),
	fromData('status'),
	fromData('sub_status'),
	'outcome',
	fromData('verification_id'),
	fromData('user_id'),
	fromData('meeting_schedule'),
	fromData('recording_link'),
	'event_time',
];

/** What is not personal in the events of products that this node knows nothing of. */
const impersonal = new Set([
	...['event_type', 'event_time', 'version', 'signature'],
	...['verification_id', 'reference_id', 'cf_verification_id', 'user_id', 'user_reference_id'],
	...['status', 'sub_status', 'form_status'],
]);

const starred: Mask = () => '***';

/** Masks an event of another product: whatever is not known to be harmless may be personal. */
export const maskOtherEvent = (event: IDataObject): IDataObject =>
	maskPersonalData(event, (key) => (impersonal.has(key) ? undefined : starred));

/** Prepaid instruments (PPI) have a Video KYC of their own, whose events have the same names. */
function productOf(event: IDataObject): string {
	if (!isVideoKycEvent(event)) return 'Other';
	const isPpi = Object.hasOwn((event.data ?? {}) as IDataObject, 'cf_verification_id');
	return isPpi ? 'PPI Video KYC' : 'Video KYC';
}

/**
 * What is known about a delivery, which is next to the event in the output.
 *
 * @param headers header names in lower case
 * @param scheme how the signature was verified; null where it was not
 * @see https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/webhook
 */
export function describeDelivery(
	event: IDataObject,
	headers: Readonly<Record<string, unknown>>,
	scheme: SignatureScheme | null,
) {
	const timestamp = headers['x-webhook-timestamp'];
	const sentAt = readTimestamp(timestamp);
	const attempt = Number(headers['x-webhook-attempt']);
	const version = headers['x-webhook-version'];
	return {
		key: deliveryKey(event, timestamp),
		product: productOf(event),
		attempt: Number.isSafeInteger(attempt) ? attempt : null,
		timestamp: sentAt === undefined ? null : new Date(sentAt).toISOString(),
		version: typeof version === 'string' ? version : null,
		signature_verified: scheme !== null,
		signature_scheme: scheme,
	};
}

/** What only the check of a delivery needs; Cashfree sends the signature as an event's first field. */
const raw: readonly string[] = ['version', 'signature'];

/** An event with its delivery next to it, and last what nobody reads in a table. */
export function withDelivery(
	event: IDataObject,
	delivery: ReturnType<typeof describeDelivery>,
): IDataObject {
	const fields = Object.entries(event);
	const isRaw = ([key]: [string, unknown]) => raw.includes(key);
	return Object.fromEntries([
		...fields.filter((field) => !isRaw(field)),
		['delivery', delivery],
		...fields.filter(isRaw),
	]) as IDataObject;
}
