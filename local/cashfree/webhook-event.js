'use strict';
const { toJson } = require('./json.js');
const { signBody, signHeader } = require('./sign.js');
const { eventOf } = require('./statuses.js');

/**
 * @typedef {{ scheme: 'header' | 'body' | 'none', secret: string }} Signing
 * @typedef {Partial<Signing> & {
 *   timestamp?: string, attempt?: number, body?: string, headers?: Record<string, string | null>,
 * }} Overrides `body` replaces the body after signing; a header of null is left out
 * @typedef {{ url: string, attempt: number, headers: Record<string, string>, body: string }} Delivery
 */

/**
 * The event of https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/webhook, unsigned.
 * @param {import('./state.js').Verification} verification
 * @param {number} now milliseconds
 * @param {string} [type] absent: the one of the verification's sub-status
 * @returns {object | undefined} undefined when the sub-status sends no event
 */
function toEvent(verification, now, type = eventOf[verification.sub_status]) {
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
 * @param {string} url
 * @param {unknown} event any JSON value
 * @param {Signing & Overrides & { timestamp: string }} how scheme `header` and `body` put the legacy
 *   signature in the body, as the page's samples have one; only `header` sends the signature and
 *   timestamp headers
 * @returns {Delivery}
 */
function toDelivery(url, event, { scheme, secret, timestamp, attempt = 1, ...overrides }) {
	const data = isObject(event) ? event.data : undefined;
	const signed =
		scheme !== 'none' && isObject(event) && isObject(data)
			? { signature: signBody(secret, data), ...event }
			: event;
	const body = toJson(signed);
	/** @type {Record<string, string | null>} */
	const headers = {
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

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

module.exports = { toEvent, toDelivery };
