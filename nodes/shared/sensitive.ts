import { hasOnlyCommonWords } from './redaction/commonWords';
import type { Mask } from './masks';
import { isHarmless, maskOf } from './personalFields';

/** What is known of the field that a value is in */
type Field = Mask | 'harmless' | 'unknown';

const fieldNamed = (key: string, outer: Field): Field => {
	const mask = maskOf(key);
	if (mask) return mask;
	if (typeof outer === 'function') return outer;
	return isHarmless(key) ? 'harmless' : outer;
};

/** In fields nobody knows: neither `SMS` nor `v1` says anything about a person. */
const tellsNothing = (value: string) =>
	value.length < 4 || (value.length < 100 && hasOnlyCommonWords(value));

function isSensitive(value: string, field: Field): boolean {
	if (field === 'harmless' || value === '') return false;
	return field === 'unknown' ? !tellsNothing(value) : field(value) !== value;
}

/** A date, for example, as JSON writes it */
function asJson(value: unknown): unknown {
	const writer = value as { toJSON?: unknown } | null | undefined;
	return typeof writer?.toJSON === 'function' ? (writer.toJSON() as unknown) : value;
}

/**
 * The values in the bodies of requests and answers that must not appear in a message, except true and
 * false.
 *
 * @param bodies any JSON values, however deep; what is no object or array gives nothing
 * @returns the values as text, each once, for `redactor`
 */
export function sensitiveValues(...bodies: unknown[]): string[] {
	const values = new Set<string>();
	const seen = new Set<unknown>();
	const open: Array<[unknown, Field]> = bodies
		.filter((body) => typeof body === 'object')
		.map((body) => [body, 'unknown']);
	for (let next = open.pop(); next; next = open.pop()) {
		const [given, field] = next;
		const value = asJson(given);
		if (typeof value === 'object' && value !== null) {
			if (seen.has(value)) continue;
			seen.add(value);
			const isList = Array.isArray(value);
			for (const [key, inner] of Object.entries(value)) {
				open.push([inner, isList ? field : fieldNamed(key, field)]);
			}
		} else if (value !== undefined && value !== null && typeof value !== 'boolean') {
			const text = String(value);
			if (isSensitive(text, field)) values.add(text);
		}
	}
	return [...values];
}
