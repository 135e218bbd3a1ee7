'use strict';
const {
	constants,
	createPrivateKey,
	generateKeyPairSync,
	privateDecrypt,
	randomBytes,
} = require('node:crypto');
const { answers, ipNotWhitelisted } = require('./answers.js');

/**
 * @typedef {{ clientId: string, clientSecret: string }} Pair
 * @typedef {{ publicKey: string, privateKey: string }} KeyPair PEM texts
 * @typedef {Pair & { publicKey: string, privateKey: import('node:crypto').KeyObject, otherEnvironment: Pair }} Keys
 * @typedef {{
 *   environment: 'sandbox' | 'production', twoFactor: 'ipWhitelist' | 'publicKey',
 *   allowedIps: string[] | null, now: () => number,
 * }} Rules
 */

/** How long a signature is good for, in seconds (Cashfree's Secure ID skill: five minutes). */
const signatureLifetime = 5 * 60;

/** @returns {Pair} */
const newPair = () => ({
	clientId: `CF${randomBytes(8).toString('hex').toUpperCase()}`,
	clientSecret: `cfsk_local_${randomBytes(20).toString('hex')}`,
});

/**
 * @param {{ clientId?: string, clientSecret?: string, keyPair?: KeyPair }} options what is absent is made
 * @returns {Keys}
 */
function createKeys({ clientId, clientSecret, keyPair }) {
	const own = newPair();
	const pems =
		keyPair ??
		generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
	return {
		clientId: clientId ?? own.clientId,
		clientSecret: clientSecret ?? own.clientSecret,
		publicKey: pems.publicKey,
		privateKey: createPrivateKey(pems.privateKey),
		otherEnvironment: newPair(),
	};
}

/**
 * Checks the headers of a request as the page of `POST /vkyc` says, in the order keys, version,
 * two-factor method.
 * @param {Record<string, string | string[] | undefined>} headers
 * @param {string} ip address of the caller
 * @param {Keys} keys
 * @param {Rules} rules
 * @returns {import('./answers.js').Answer | null} the refusal, or null when the caller may pass
 */
function refusal(headers, ip, keys, rules) {
	const { 'x-client-id': clientId, 'x-client-secret': clientSecret } = headers;
	if (!clientId) return answers['x-client-id_missing'];
	if (!clientSecret) return answers['x-client-secret_missing'];
	const { otherEnvironment: other } = keys;
	if (clientId === other.clientId && clientSecret === other.clientSecret) {
		return rules.environment === 'production'
			? answers['x-client-secret_value_invalid']
			: answers['x-client-secret_of_production'];
	}
	if (clientId !== keys.clientId || clientSecret !== keys.clientSecret) {
		return answers.authentication_failed;
	}
	if (!headers['x-api-version']) return answers['x-api-version_missing'];
	if (rules.twoFactor === 'ipWhitelist') {
		return rules.allowedIps && !rules.allowedIps.includes(ip) ? ipNotWhitelisted(ip) : null;
	}
	const signature = headers['x-cf-signature'];
	if (!signature) return answers['x-cf-signature_missing'];
	return isGenuine(String(signature), keys, rules.now) ? null : answers.signature_mismatch;
}

/**
 * https://www.cashfree.com/docs/api-reference/vrs/2fa-api-signature-generation
 * @param {string} signature base64 of the RSA-OAEP (SHA-1) encrypted `clientId.unixSeconds`
 * @param {Keys} keys
 * @param {() => number} now
 */
function isGenuine(signature, keys, now) {
	const plain = decrypt(signature, keys.privateKey);
	const dot = plain.lastIndexOf('.');
	const seconds = plain.slice(dot + 1);
	if (plain.slice(0, dot) !== keys.clientId || !/^\d+$/.test(seconds)) return false;
	return Math.abs(now() / 1000 - Number(seconds)) <= signatureLifetime;
}

/**
 * @param {string} signature
 * @param {import('node:crypto').KeyObject} key
 * @returns {string} '' when it cannot be decrypted
 */
function decrypt(signature, key) {
	try {
		const padding = constants.RSA_PKCS1_OAEP_PADDING;
		return privateDecrypt(
			{ key, padding, oaepHash: 'sha1' },
			Buffer.from(signature, 'base64'),
		).toString('utf8');
	} catch {
		return '';
	}
}

module.exports = { createKeys, refusal };
