/** A text, and for each of its UTF-16 units the part [from, to) of the original that it stands for. */
export interface Spelling {
	text: string;
	from: number[];
	to: number[];
}

/** A server may quote a quotation: JSON in JSON, an address in HTML. */
const mostLayers = 6;

/**
 * How JSON, JavaScript, addresses and HTML write a character; HTML's tags within a word, and what is
 * invisible; and what becomes of UTF-8 that is read as Latin-1.
 */
const escapes =
	/\\u\{([0-9a-f]{1,6})\}|[\\%]u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos|nbsp|shy|zwn?j);|<(\/?[a-z]{1,9})>|\\(["'/\\bfnrt])|((?:%[0-9a-f]{2})+)|(\p{Default_Ignorable_Code_Point})|[\xc2-\xf4][\x80-\xbf]{1,3}/giu;

const namedEntities = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
	['shy', ''],
	['zwj', ''],
	['zwnj', ''],
]);

/** What follows a backslash in JSON is itself, but for these letters, which are white space. */
const afterBackslash = (sign: string) => (/[a-z]/i.test(sign) ? ' ' : sign);

function fromCode(hexadecimal: string | undefined, decimal: string | undefined) {
	const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
	return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** Bytes of a text; those that are no UTF-8 are Latin-1, unless they are the rest of one cut short. */
function fromBytes(bytes: Buffer): string {
	const text = bytes.toString('utf8');
	return /\ufffd(?!$)|^\ufffd/.test(text) ? bytes.toString('latin1') : text;
}

function decoded([whole, ...groups]: RegExpExecArray): string {
	const [braced, four, two, hexEntity, decimal, named, tag, sign, percents, invisible] = groups;
	const hexadecimal = braced ?? four ?? two ?? hexEntity;
	if (hexadecimal !== undefined || decimal !== undefined) return fromCode(hexadecimal, decimal);
	if (named !== undefined) return namedEntities.get(named.toLowerCase()) ?? ' ';
	if (tag !== undefined || invisible !== undefined) return '';
	if (sign !== undefined) return afterBackslash(sign);
	if (percents !== undefined) return fromBytes(Buffer.from(percents.replaceAll('%', ''), 'hex'));
	return fromBytes(Buffer.from(whole, 'latin1'));
}

/** The text with one layer of escapes undone, `undefined` where it has none. */
function unescaped({ text, from, to }: Spelling): Spelling | undefined {
	const plain: Spelling = { text: '', from: [], to: [] };
	const parts: string[] = [];
	const add = (part: string, start: number, end: number, isEscape: boolean) => {
		parts.push(part);
		for (let index = 0; index < part.length; index++) {
			plain.from.push(from[isEscape ? start : start + index] ?? 0);
			plain.to.push(to[isEscape ? end - 1 : start + index] ?? 0);
		}
	};
	let end = 0;
	for (const match of text.matchAll(escapes)) {
		add(text.slice(end, match.index), end, match.index, false);
		end = match.index + match[0].length;
		add(decoded(match), match.index, end, true);
	}
	if (end === 0) return undefined;
	add(text.slice(end), end, text.length, false);
	plain.text = parts.join('');
	// bytes that are Latin-1 after all stay as they are
	return plain.text === text ? undefined : plain;
}

/** Whether not all layers of a text's escapes were undone. */
export function isStillEscaped(spellings: readonly Spelling[]): boolean {
	const last = spellings[mostLayers];
	return last !== undefined && unescaped(last) !== undefined;
}

/** The text as it is, and with its escapes undone, layer by layer. Cost: linear. */
export function spellingsOf(text: string): Spelling[] {
	const units = Array.from({ length: text.length }, (_, index) => index);
	let plain: Spelling | undefined = { text, from: units, to: units.map((index) => index + 1) };
	const spellings: Spelling[] = [];
	for (let layer = 0; plain && layer <= mostLayers; layer++) {
		spellings.push(plain);
		plain = layer < mostLayers ? unescaped(plain) : undefined;
	}
	return spellings;
}
