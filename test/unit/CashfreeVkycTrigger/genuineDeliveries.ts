import { createHmac } from 'node:crypto';
import { allEvents } from '../../../nodes/CashfreeVkycTrigger/events';
import type { Random } from './random';

export interface SignedDelivery {
	headers: Record<string, unknown>;
	rawBody: Buffer;
	/** What a JSON parser makes of the body, but for long numbers, which stand here as text. */
	event: Record<string, unknown>;
}

/** A value, and one of the ways to write it in JSON. */
type Written = [value: unknown, json: string];

const letters = [...'abcXYZ019 ._-/"\\\n\t', 'é', 'न', 'ी', '李', '😀', '\u2028', '\u007f'];

const escaped = (letter: string) =>
	[...Array(letter.length).keys()]
		.map((unit) => `\\u${letter.charCodeAt(unit).toString(16).padStart(4, '0')}`)
		.join('');

function writtenText(random: Random): Written {
	const text = random.text(letters, random.below(20));
	const json = [...text].map((letter) =>
		random.below(4) === 0 ? escaped(letter) : JSON.stringify(letter).slice(1, -1),
	);
	return [text, `"${json.join('')}"`];
}

const writtenNumbers: Written[] = [
	[10449, '10449'],
	[-0, '-0'],
	[1, '1.0'],
	[1500, '1.5e3'],
	[9007199254740991, '9007199254740991'],
	['9223372036854775807', '9223372036854775807'],
	['-9223372036854775808', '-9223372036854775808'],
	[null, 'null'],
	[true, 'true'],
];

const spaces = ['', '', '', ' ', '\n\t', '  '];

function writtenObject(random: Random, members: Array<[string, Written]>): Written {
	const space = () => random.pick(spaces);
	const shuffled = random.shuffle(members);
	const json = shuffled.map(([key, [, text]]) => `${space()}"${key}"${space()}:${space()}${text}`);
	const value = Object.fromEntries(shuffled.map(([key, [member]]) => [key, member]));
	return [value, `{${json.join(`${space()},`)}${space()}}`];
}

/** Base64 of HMAC-SHA256 over time and body. */
export const signed = (secret: string, timestamp: string, body: Buffer) =>
	createHmac('sha256', secret).update(timestamp).update(body).digest('base64');

/**
 * An event as Cashfree might send it, with its keys in any order and its values written in any way.
 *
 * @param now milliseconds since 1970
 */
export function genuineDelivery(random: Random, secret: string, now: number): SignedDelivery {
	const eventType = `VKYC_${random.pick(allEvents).replace(/\W|VKYC_/g, '')}`;
	const data = writtenObject(random, [
		['verification_id', writtenText(random)],
		['reference_id', random.pick(writtenNumbers)],
		['status', writtenText(random)],
		['auditor_remarks', writtenText(random)],
		['remark_count', random.pick(writtenNumbers)],
	]);
	const [event, json] = writtenObject(random, [
		['event_type', [eventType, `"${eventType}"`]],
		['event_time', writtenText(random)],
		['signature', writtenText(random)],
		['data', data],
	]);
	const rawBody = Buffer.from(json + random.pick(['', '\n']));
	const timestamp = String(random.below(2) ? now : Math.floor(now / 1000));
	const signature = signed(secret, timestamp, rawBody);
	const headers = { 'x-webhook-signature': signature, 'x-webhook-timestamp': timestamp };
	return { headers, rawBody, event: event as Record<string, unknown> };
}
