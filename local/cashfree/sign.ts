import { createHmac } from 'node:crypto';

const hmac = (secret: string, text: string) =>
	createHmac('sha256', secret).update(text, 'utf8').digest('base64');

/**
 * The header scheme: https://www.cashfree.com/docs/api-reference/vrs/webhook-signature-verification
 * @param secret client secret
 * @param timestamp value of `x-webhook-timestamp`
 * @param rawBody the body exactly as it is sent
 * @returns value of `x-webhook-signature`
 */
export const signHeader = (secret: string, timestamp: string, rawBody: string): string =>
	hmac(secret, timestamp + rawBody);

/**
 * The legacy scheme: https://www.cashfree.com/docs/api-reference/vrs/signature-verification
 * @param secret client secret
 * @param data the event's `data`; its values are joined in the order of their names, null as `null`
 * @returns value of the body's `signature`
 */
export function signBody(secret: string, data: Record<string, unknown>): string {
	const names = Object.keys(data).toSorted();
	return hmac(secret, names.map((name) => String(data[name])).join(''));
}
