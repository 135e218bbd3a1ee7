import type { IDataObject } from 'n8n-workflow';
import { readTimestamp, type SignatureScheme } from './signature';
import { deliveryKey } from './deliveryKey';

const fromData = (field: string) => ({ path: `data.${field}`, as: field });

/** What 'Simplified' keeps of an event, the most useful first. */
export const simplifiedFields = [
	'event_type',
	fromData('verification_id'),
	fromData('user_id'),
	fromData('status'),
	fromData('sub_status'),
	fromData('reference_id'),
	fromData('vkyc_link'),
	fromData('recording_link'),
	fromData('meeting_schedule'),
	'event_time',
];

/**
 * What is known about a delivery, which stands beside the event in the output.
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
	// Prepaid instruments (PPI) have a Video KYC of their own, whose events have the same names
	const isPpi = Object.hasOwn((event.data ?? {}) as IDataObject, 'cf_verification_id');
	return {
		key: deliveryKey(event, timestamp),
		product: isPpi ? 'PPI Video KYC' : 'Video KYC',
		attempt: Number.isSafeInteger(attempt) ? attempt : null,
		timestamp: sentAt === undefined ? null : new Date(sentAt).toISOString(),
		version: typeof version === 'string' ? version : null,
		signature_verified: scheme !== null,
		signature_scheme: scheme,
	};
}
