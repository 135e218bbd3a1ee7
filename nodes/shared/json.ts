import type { IDataObject } from 'n8n-workflow';

/** A text in quotes, which stays as it is, or a whole number of 16 digits or more */
const textOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?\d{16,}(?![\d.eE])/g;

/**
 * Parses a JSON object. A whole number beyond 2^53, which JavaScript would round, becomes a text:
 * Cashfree's reference IDs are 64 bit wide.
 *
 * @returns `undefined` where the text is no JSON object
 */
export function parseJson(text: string): IDataObject | undefined {
	try {
		const exact = text.replace(textOrLongNumber, (match) =>
			match.startsWith('"') || Number.isSafeInteger(Number(match)) ? match : `"${match}"`,
		);
		const value: unknown = JSON.parse(exact);
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject ? (value as IDataObject) : undefined;
	} catch {
		// no JSON, or a text of many megabytes, which the pattern cannot take in
		return undefined;
	}
}
