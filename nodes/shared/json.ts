import type { IDataObject } from 'n8n-workflow';

/** What the scanner uses of a text, so that a test can count how often it looks at a character. */
export type CharacterSource = Pick<string, 'charCodeAt' | 'length' | 'slice'>;

const codeOf = (character: string) => character.charCodeAt(0);
const quote = codeOf('"');
const backslash = codeOf('\\');
const minus = codeOf('-');
const zero = codeOf('0');
const nine = codeOf('9');
const fractionSigns = [...'.eE+'].map(codeOf);

/** Shorter whole numbers are below 2^53. */
const longNumber = 16;

const isDigit = (code: number) => code >= zero && code <= nine;

/** @returns the position after a text in quotes that starts at `start` */
function endOfText(source: CharacterSource, start: number): number {
	let at = start + 1;
	while (at < source.length) {
		const code = source.charCodeAt(at);
		if (code === quote) return at + 1;
		at += code === backslash ? 2 : 1;
	}
	return source.length;
}

/** @returns the position after a number that starts at `start`, and whether it is written without a fraction */
function endOfNumber(source: CharacterSource, start: number): { end: number; isWhole: boolean } {
	let isWhole = true;
	let end = start + 1;
	for (; end < source.length; end++) {
		const code = source.charCodeAt(end);
		if (fractionSigns.includes(code)) isWhole = false;
		else if (!isDigit(code) && code !== minus) break;
	}
	return { end, isWhole };
}

/** Whether JavaScript would read another number than the one that is written there. */
function isRounded(number: string, isWhole: boolean): boolean {
	const value = JSON.parse(number) as number;
	return isWhole ? !Number.isSafeInteger(value) : !Number.isFinite(value);
}

/**
 * Puts into quotes what JavaScript would round: a whole number beyond 2^53, and a number beyond its
 * range, such as 1e400. Looks at each character once or twice, whatever the text contains.
 *
 * @throws SyntaxError where such a number is not written as JSON wants it
 */
export function quoteLongNumbers(source: CharacterSource): string {
	const parts: string[] = [];
	let copied = 0;
	let at = 0;
	while (at < source.length) {
		const first = source.charCodeAt(at);
		if (first === quote) {
			at = endOfText(source, at);
		} else if (isDigit(first) || first === minus) {
			const { end, isWhole } = endOfNumber(source, at);
			const start = at;
			at = end;
			if (isWhole && end - start < longNumber) continue;
			const number = source.slice(start, end);
			if (!isRounded(number, isWhole)) continue;
			parts.push(source.slice(copied, start), `"${number}"`);
			copied = end;
		} else {
			at++;
		}
	}
	return parts.join('') + source.slice(copied);
}

/**
 * Reads any JSON value. A number that JavaScript would round becomes a text: Cashfree's reference
 * IDs are 64 bit wide. A decimal is read as JavaScript does. Time and memory grow with the length of
 * the text and with nothing else, and nesting may be as deep as the text is long.
 *
 * @returns `undefined` where the text is no JSON
 */
export function readJson(text: string): unknown {
	try {
		return JSON.parse(quoteLongNumbers(text)) as unknown;
	} catch {
		return undefined;
	}
}

/** @returns whether a JSON value is an object, rather than a list, a text or null */
export const isJsonObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a JSON object, as `readJson` does.
 *
 * @returns `undefined` where the text is no JSON object
 */
export function parseJson(text: string): IDataObject | undefined {
	const value = readJson(text);
	return isJsonObject(value) ? value : undefined;
}
