/**
 * A number of a JSON text that JavaScript would round or write in another way, or whose digits it
 * could not vouch for, as it is written.
 */
export class ExactNumber {
	constructor(private readonly digits: string) {}

	toString(): string {
		return this.digits;
	}

	/** For `JSON.stringify`, which can only write it as a text. */
	toJSON(): string {
		return this.digits;
	}
}

/** @param digits a number as JSON writes it, e.g. `1358` */
export function exactNumber(digits: string): number | ExactNumber {
	const number = Number(digits);
	// a rounded number cannot be told from one that happens to be written as it would be rounded
	const isUnsafe = Number.isInteger(number) && !Number.isSafeInteger(number);
	// each decimal fraction of up to 15 digits comes back as it was
	const isKept = String(number) === digits || (digits.length <= 15 && !/e/i.test(digits));
	return isKept && !isUnsafe ? number : new ExactNumber(digits);
}

/** Where the quoted text ends that begins at `start`. */
function endOfQuoted(json: string, start: number): number {
	let end = start + 1;
	while (json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
	return end + 1;
}

/** Cuts a JSON text, which has to be a valid one, into brackets, quoted texts, and other values. */
function* tokensOf(json: string): Generator<string, void> {
	const sign = /[{}[\]"]|[^\s,:{}[\]"]+/g;
	for (let found = sign.exec(json); found; found = sign.exec(json)) {
		if (found[0] !== '"') {
			yield found[0];
			continue;
		}
		sign.lastIndex = endOfQuoted(json, found.index);
		yield json.slice(found.index, sign.lastIndex);
	}
}

/**
 * Parses JSON as `JSON.parse` does, and keeps each number: a whole number beyond the safe integers,
 * or one that JavaScript would round, becomes an `ExactNumber`.
 *
 * @param maxDepth how deep lists and objects may be nested
 * @throws SyntaxError where the text is no JSON, RangeError where it is nested deeper
 */
export function parseExactJson(json: string, maxDepth: number): unknown {
	JSON.parse(json);
	const tokens = tokensOf(json);
	const next = () => tokens.next().value ?? '';
	const read = (token: string, depth: number): unknown => {
		if (depth > maxDepth) throw new RangeError('nested too deeply');
		if (token === '{') {
			const entries: Array<[string, unknown]> = [];
			for (let key = next(); key !== '}'; key = next()) {
				entries.push([JSON.parse(key) as string, read(next(), depth + 1)]);
			}
			return Object.fromEntries(entries);
		}
		if (token === '[') {
			const items: unknown[] = [];
			for (let item = next(); item !== ']'; item = next()) items.push(read(item, depth + 1));
			return items;
		}
		return /^[-\d]/.test(token) ? exactNumber(token) : JSON.parse(token);
	};
	return read(next(), 0);
}

/**
 * Writes plain data as JSON, as `JSON.stringify` does, and each `ExactNumber` as the number that it is.
 */
export function exactJson(value: unknown): string | undefined {
	if (value instanceof ExactNumber) return value.toString();
	if (Array.isArray(value)) return `[${value.map((item) => exactJson(item) ?? 'null').join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const entries = Object.entries(value)
		.map(([key, item]) => [JSON.stringify(key), exactJson(item)])
		.filter(([, text]) => text !== undefined);
	return `{${entries.map((entry) => entry.join(':')).join(',')}}`;
}
