import type { IDataObject } from 'n8n-workflow';
import { isJsonObject, readJson } from '../shared/json';

const eventPrefix = 'VKYC_';

/** Bytes that are looked at before a delivery is proven: many times what an event has. */
export const maxUnprovenBody = 64 * 1024;

/** Whether a body, in whatever form n8n read it, says that it is an event of Video KYC. */
export function isVideoKycEvent(body: unknown): body is IDataObject & { event_type: string } {
	const { event_type: eventType } = (body ?? {}) as IDataObject;
	return typeof eventType === 'string' && eventType.startsWith(eventPrefix);
}

/**
 * Whether a delivery that nobody has proven says that it is an event of Video KYC. Its bytes are
 * searched, not parsed: only what n8n has read of them by itself counts, and, where that is no JSON,
 * the beginning of an event type. A search of megabytes could cost more than a tenth of a second.
 *
 * @param body what n8n made of the bytes
 * @param contentType the header `content-type`
 */
export function claimsToBeEvent(body: unknown, rawBody: unknown, contentType: unknown): boolean {
	if (isVideoKycEvent(body)) return true;
	const [mediaType = ''] = String(contentType).toLowerCase().split(';', 1);
	return mediaType.trim() !== 'application/json' && Buffer.isBuffer(rawBody)
		? rawBody.subarray(0, maxUnprovenBody).includes(eventPrefix)
		: false;
}

const bodies = new WeakMap<Buffer, unknown>();

/**
 * Reads a body from the bytes that were signed, rather than from what n8n made of them, and once,
 * however often it is asked for.
 *
 * @param rawBody the exact bytes received
 * @returns any JSON value, null for no bytes at all, and undefined where the bytes are no JSON
 */
export function readBody(rawBody: unknown): unknown {
	if (!Buffer.isBuffer(rawBody) || rawBody.length === 0) return null;
	if (!bodies.has(rawBody)) {
		bodies.set(rawBody, readJson(rawBody.toString('utf8').replace(/^\uFEFF/, '')));
	}
	return bodies.get(rawBody);
}

/**
 * Reads an event, as `readBody` does.
 *
 * @returns undefined where the bytes are no JSON object
 */
export function parseEvent(rawBody: unknown): IDataObject | undefined {
	const body = readBody(rawBody);
	return isJsonObject(body) ? body : undefined;
}

/** Cashfree's events have three levels. Far more would break what has to walk them, n8n included. */
const maxDepth = 100;

/** Whether objects and lists are nested more than a hundred deep. */
export function isTooDeep(value: unknown, levels = maxDepth): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1));
}
