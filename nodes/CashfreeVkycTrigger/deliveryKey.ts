import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** Hexadecimal digits */
const keyLength = 16;

/** A whole text that is a link; what follows its question mark is signed anew for each delivery. */
const link = /^https?:\/\/\S*$/i;

/** The same for values that say the same, whatever the order of their keys. */
function canonical(value: unknown): unknown {
	if (typeof value === 'string') return link.test(value) ? value.split('?', 1)[0] : value;
	if (Array.isArray(value)) return value.map(canonical);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}

/** @returns 16 hexadecimal digits: short, and says nothing about the event */
export const shortHash = (...parts: unknown[]): string =>
	createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, keyLength);

/**
 * The deduplication key of an event: the same each time Cashfree delivers it, and another one for
 * each other event. It covers all that the event contains, but for the signature and the query of links,
 * which change from one delivery to the next. An event that does not say when it happened is known by
 * the time at which it was sent.
 *
 * @param event nested at most a hundred deep
 * @param timestamp the header `x-webhook-timestamp`
 * @returns 16 hexadecimal digits
 */
export function deliveryKey(event: IDataObject, timestamp: unknown): string {
	const signed = { ...event, signature: undefined };
	const hasTime = (event.event_time ?? '') !== '';
	return shortHash(canonical(signed), hasTime ? null : timestamp);
}
