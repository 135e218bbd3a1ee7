import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { maxUnprovenBody, parseEvent } from './readEvent';

/** How a delivery was signed: in the header `x-webhook-signature`, or in the body's `signature`. */
export type SignatureScheme = 'header' | 'body';

export interface Delivery {
	/** Header names in lower case, as Node.js gives them. */
	headers: Readonly<Record<string, unknown>>;
	/** The exact bytes received. */
	rawBody: unknown;
}

export interface VerificationPolicy {
	/** The time of arrival, in milliseconds since 1970. */
	now: number;
	/** In milliseconds; 0 means any age. */
	maximumAge: number;
	/** Whether the older signature inside the body counts where the header is absent. */
	allowBodySignature: boolean;
}

export type Verdict = { scheme: SignatureScheme } | { refusal: string };

interface Claim {
	scheme: SignatureScheme;
	signature: string;
	signedParts: Array<string | Buffer>;
}

const futureAllowance = 5 * 60 * 1000;

/**
 * How old the known secrets may be, in milliseconds: ten seconds, and where none of them fits one
 * second, since they may have been changed meanwhile. So a flood of forged deliveries costs little.
 */
const secretAges = [10_000, 1000];

/** A SHA-256 HMAC in base64. */
const signatureForm = /^[A-Za-z0-9+/]{43}=$/;

/** Unix time in seconds or in milliseconds. */
const timestampForm = /^(?:\d{10}|\d{13})$/;

/**
 * When Cashfree sent a delivery.
 *
 * @param timestamp the header `x-webhook-timestamp`
 * @returns milliseconds since 1970, or undefined where the header is missing, doubled or no time
 */
export function readTimestamp(timestamp: unknown): number | undefined {
	if (typeof timestamp !== 'string' || !timestampForm.test(timestamp)) return undefined;
	return Number(timestamp) * (timestamp.length === 10 ? 1000 : 1);
}

function readHeaderClaim({ headers, rawBody }: Delivery, policy: VerificationPolicy) {
	const { now, maximumAge } = policy;
	const { 'x-webhook-signature': signature, 'x-webhook-timestamp': timestamp } = headers;
	if (typeof signature !== 'string' || !signatureForm.test(signature)) {
		return { refusal: 'The header x-webhook-signature is missing or is no signature' };
	}
	const sentAt = readTimestamp(timestamp);
	if (sentAt === undefined) {
		return { refusal: 'The header x-webhook-timestamp is missing or is no time' };
	}
	if (sentAt - now > futureAllowance) {
		return { refusal: 'The header x-webhook-timestamp is in the future' };
	}
	const isFresh = maximumAge === 0 || now - sentAt <= maximumAge;
	if (!isFresh) return { refusal: "The delivery is older than the 'Maximum Age (Hours)'" };
	// Time and body are signed without a mark between them: digits could move from one to the other
	if (!Buffer.isBuffer(rawBody) || /^\d/.test(rawBody.toString('latin1', 0, 1))) {
		return { refusal: 'The body is no event' };
	}
	return { scheme: 'header' as const, signature, signedParts: [timestamp as string, rawBody] };
}

function readBodyClaim({ rawBody }: Delivery) {
	if (Buffer.isBuffer(rawBody) && rawBody.length > maxUnprovenBody) {
		// the older signature is inside the body, which has to be read before it is proven
		return { refusal: 'The body is too long for a signature inside it' };
	}
	const { signature, data } = parseEvent(rawBody) ?? {};
	if (typeof signature !== 'string' || !signatureForm.test(signature)) {
		return { refusal: 'Neither the headers nor the body contain a signature' };
	}
	const values = Object.entries((data ?? {}) as IDataObject).sort(([a], [b]) => (a < b ? -1 : 1));
	const isFlat = values.every(([, value]) => value === null || typeof value !== 'object');
	if (values.length === 0 || !isFlat) {
		return { refusal: "The signature in the body cannot be checked for this kind of 'data'" };
	}
	const signedParts = values.map(([, value]) => String(value));
	return { scheme: 'body' as const, signature, signedParts };
}

/** Compares the base64 text, since several texts decode to the same bytes and only one is sent. */
function isSignedWith({ signature, signedParts }: Claim, secret: string): boolean {
	const hmac = createHmac('sha256', secret);
	for (const part of signedParts) hmac.update(part);
	return timingSafeEqual(Buffer.from(hmac.digest('base64')), Buffer.from(signature));
}

/**
 * Decides whether a delivery comes from Cashfree and is recent. What can be refused without the
 * secrets is refused before they are asked for.
 *
 * @param secrets gives the client secrets as they were at most so many milliseconds ago; each is
 *   tried. What it throws is passed on
 * @returns by which scheme the delivery is signed, or why it is refused
 * @see https://www.cashfree.com/docs/api-reference/vrs/webhook-signature-verification (header)
 * @see https://www.cashfree.com/docs/api-reference/vrs/signature-verification (body)
 */
export async function verifyDelivery(
	delivery: Delivery,
	policy: VerificationPolicy,
	secrets: (maxAge: number) => Promise<string[]>,
): Promise<Verdict> {
	const hasHeader = delivery.headers['x-webhook-signature'] !== undefined;
	const claim: Claim | { refusal: string } =
		!hasHeader && policy.allowBodySignature
			? readBodyClaim(delivery)
			: readHeaderClaim(delivery, policy);
	if ('refusal' in claim) return claim;
	let tried: string[] = [];
	for (const maxAge of secretAges) {
		const known = await secrets(maxAge);
		if (known === tried) break;
		if (known.some((secret) => isSignedWith(claim, secret))) return { scheme: claim.scheme };
		tried = known;
	}
	return { refusal: 'The signature does not match' };
}
