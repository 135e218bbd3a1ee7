import { toJson } from './json';
import { signBody, signHeader } from './sign';
import type { Verification } from './records';
import { eventOf } from './statuses';

export interface Signing {
	scheme: 'header' | 'body' | 'none';
	secret: string;
}

/** `body` replaces the body after signing; a header of null is left out. */
export interface Overrides extends Partial<Signing> {
	timestamp?: string;
	attempt?: number;
	body?: string;
	headers?: Record<string, string | null>;
}

export interface Delivery {
	url: string;
	attempt: number;
	headers: Record<string, string>;
	body: string;
}

/**
 * The event of https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/webhook, unsigned.
 * @param now milliseconds
 * @param type absent: the one of the verification's sub-status
 * @returns undefined when the sub-status sends no event
 */
export function toEvent(
	verification: Verification,
	now: number,
	type: string | undefined = eventOf[verification.sub_status],
): object | undefined {
	if (!type) return undefined;
	return {
		event_type: type,
		event_time: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
		version: 'v1',
		data: {
			verification_id: verification.verification_id,
			reference_id: verification.reference_id,
			user_reference_id: verification.user_reference_id,
			user_id: verification.user_id,
			status: verification.status,
			sub_status: verification.sub_status,
			vkyc_link: verification.vkyc_link,
			link_expiry: verification.link_expiry.slice(0, 10),
			recording_link: verification.recording_link ?? '',
			meeting_schedule: verification.meeting_schedule ?? '',
		},
	};
}

/**
 * @param event any JSON value
 * @param how scheme `header` and `body` put the legacy
 * signature in the body, as the page's samples have one; only `header` sends the signature and
 * timestamp headers
 */
export function toDelivery(
	url: string,
	event: unknown,
	{
		scheme,
		secret,
		timestamp,
		attempt = 1,
		...overrides
	}: Signing & Overrides & { timestamp: string },
): Delivery {
	const data = isObject(event) ? event.data : undefined;
	const signed =
		scheme !== 'none' && isObject(event) && isObject(data)
			? { signature: signBody(secret, data), ...event }
			: event;
	const body = toJson(signed);
	const headers: Record<string, string | null> = {
		'content-type': 'application/json',
		'x-webhook-attempt': String(attempt),
		'x-webhook-version': '2025-01-01',
	};
	if (scheme === 'header') {
		headers['x-webhook-timestamp'] = timestamp;
		headers['x-webhook-signature'] = signHeader(secret, timestamp, body);
	}
	const kept = Object.entries({ ...headers, ...overrides.headers }).flatMap(([name, value]) =>
		value === null ? [] : [[name, value]],
	);
	return { url, attempt, headers: Object.fromEntries(kept), body: overrides.body ?? body };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
