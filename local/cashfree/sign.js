'use strict';
const { createHmac } = require('node:crypto');

/** @param {string} secret @param {string} text */
const hmac = (secret, text) => createHmac('sha256', secret).update(text, 'utf8').digest('base64');

/**
 * The header scheme: https://www.cashfree.com/docs/api-reference/vrs/webhook-signature-verification
 * @param {string} secret client secret
 * @param {string} timestamp value of `x-webhook-timestamp`
 * @param {string} rawBody the body exactly as it is sent
 * @returns {string} value of `x-webhook-signature`
 */
const signHeader = (secret, timestamp, rawBody) => hmac(secret, timestamp + rawBody);

/**
 * The legacy scheme: https://www.cashfree.com/docs/api-reference/vrs/signature-verification
 * @param {string} secret client secret
 * @param {Record<string, unknown>} data the event's `data`; its values are joined in the order of
 *   their names, null as `null`
 * @returns {string} value of the body's `signature`
 */
function signBody(secret, data) {
	const names = Object.keys(data).toSorted();
	return hmac(secret, names.map((name) => String(data[name])).join(''));
}

module.exports = { signHeader, signBody };
