import { createHmac } from 'node:crypto';
import { signed } from './genuineDeliveries';
import type { SignedDelivery } from './genuineDeliveries';
import type { Random } from './random';

/** What a forger, a proxy or a fault on the way may make of a delivery; it may leave it the same. */
type Change = (delivery: SignedDelivery, random: Random, secret: string) => Partial<SignedDelivery>;

const text = ({ rawBody }: SignedDelivery) => rawBody.toString();
const at = (length: number, random: Random) => random.below(length + 1);
const insert = (into: string, position: number, added: string) =>
	into.slice(0, position) + added + into.slice(position);

const withHeader =
	(name: string, change: (value: string, random: Random) => unknown): Change =>
	({ headers }, random) => ({
		headers: { ...headers, [name]: change(String(headers[name]), random) },
	});
const changeSignature = (change: (value: string, random: Random) => unknown) =>
	withHeader('x-webhook-signature', change);
const changeTimestamp = (change: (value: string, random: Random) => unknown) =>
	withHeader('x-webhook-timestamp', change);

const swapCase = (letter: string) =>
	letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

function reordered(value: unknown, random: Random): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const members = random.shuffle(Object.entries(value));
	return Object.fromEntries(members.map(([key, member]) => [key, reordered(member, random)]));
}

const forgedBy =
	(sign: (delivery: SignedDelivery, timestamp: string, secret: string) => string): Change =>
	(delivery, _, secret) => {
		const timestamp = String(delivery.headers['x-webhook-timestamp']);
		const signature = sign(delivery, timestamp, secret);
		return { headers: { ...delivery.headers, 'x-webhook-signature': signature } };
	};

export const changes: Record<string, Change> = {
	'one bit of the body': ({ rawBody }, random) => {
		const body = Buffer.from(rawBody);
		body[random.below(body.length)]! ^= 1 << random.below(8);
		return { rawBody: body };
	},
	'body cut': ({ rawBody }, random) => ({
		rawBody: rawBody.subarray(0, random.below(rawBody.length)),
	}),
	'body doubled': ({ rawBody }) => ({ rawBody: Buffer.concat([rawBody, rawBody]) }),
	'JSON in another order': (delivery, random) => ({
		rawBody: Buffer.from(JSON.stringify(reordered(JSON.parse(text(delivery)), random))),
	}),
	'JSON written again': (delivery, random) => ({
		rawBody: Buffer.from(JSON.stringify(JSON.parse(text(delivery)), null, random.below(3))),
	}),
	'white space': (delivery, random) => {
		const body = text(delivery);
		const added = random.pick([' ', '\n', '\r\n', '\t', '\ufeff', '\u0000']);
		return { rawBody: Buffer.from(insert(body, at(body.length, random), added)) };
	},
	'without white space': (delivery) => ({
		rawBody: Buffer.from(text(delivery).replace(/\s/g, '')),
	}),
	'one digit of the time': changeTimestamp((value, random) => {
		const position = random.below(value.length);
		return insert(
			value.slice(0, position) + value.slice(position + 1),
			position,
			String(random.below(10)),
		);
	}),
	'time in the other unit': changeTimestamp((value) =>
		value.length === 10 ? `${value}000` : value.slice(0, 10),
	),
	'time spoilt': changeTimestamp((value, random) =>
		random.pick([
			undefined,
			'',
			Number(value),
			[value],
			`${value}, ${value}`,
			` ${value}`,
			`0${value}`,
		]),
	),
	'digits moved from the time to the body': ({ headers, rawBody }, random) => {
		const time = String(headers['x-webhook-timestamp']);
		const kept = random.pick([time.length - 3, 10, random.below(time.length)]);
		return {
			headers: { ...headers, 'x-webhook-timestamp': time.slice(0, kept) },
			rawBody: Buffer.concat([Buffer.from(time.slice(kept)), rawBody]),
		};
	},
	'one letter of the signature in the other case': changeSignature((value, random) => {
		const position = random.below(value.length);
		return value.slice(0, position) + swapCase(value[position]!) + value.slice(position + 1);
	}),
	'one bit of the signature': changeSignature((value, random) => {
		const bytes = Buffer.from(value, 'latin1');
		bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
		return bytes.toString('latin1');
	}),
	'signature cut': changeSignature((value, random) => value.slice(0, random.below(value.length))),
	'signature doubled': changeSignature((value, random) =>
		random.pick([`${value}, ${value}`, value + value, [value, value], [value], `${value},`]),
	),
	'signature in another alphabet': changeSignature((value, random) => {
		const bytes = Buffer.from(value, 'base64');
		return random.pick([bytes.toString('hex'), bytes.toString('base64url'), bytes, undefined]);
	}),
	'header names in other letters': ({ headers }) => ({
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
		),
	}),
	'headers exchanged': ({ headers }) => ({
		headers: {
			'x-webhook-signature': headers['x-webhook-timestamp'],
			'x-webhook-timestamp': headers['x-webhook-signature'],
		},
	}),
	'another secret': (delivery, random, secret) => {
		const other = random.pick([
			secret.toUpperCase(),
			`${secret}\n`,
			secret.slice(1),
			'',
			'guessed',
		]);
		return forgedBy(({ rawBody }, time) => signed(other, time, rawBody))(delivery, random, secret);
	},
	'time not signed': forgedBy(({ rawBody }, _, secret) => signed(secret, '', rawBody)),
	'time and body joined by a dot': forgedBy(({ rawBody }, time, secret) =>
		signed(secret, `${time}.`, rawBody),
	),
	'another hash': forgedBy(({ rawBody }, time, secret) =>
		createHmac('sha512', secret)
			.update(time)
			.update(rawBody)
			.digest('base64')
			.slice(0, 43)
			.concat('='),
	),
};
