import {
	constants,
	createPrivateKey,
	generateKeyPairSync,
	privateDecrypt,
	randomBytes,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { answers, ipNotWhitelisted } from './answers';
import type { Answer } from './answers';

export interface Pair {
	clientId: string;
	clientSecret: string;
}

/** PEM texts */
export interface KeyPair {
	publicKey: string;
	privateKey: string;
}

export interface Keys extends Pair {
	publicKey: string;
	privateKey: KeyObject;
	otherEnvironment: Pair;
}

export interface Rules {
	environment: 'sandbox' | 'production';
	twoFactor: 'ipWhitelist' | 'publicKey';
	allowedIps: string[] | null;
	now: () => number;
}

/** How long a signature is good for, in seconds (Cashfree's Secure ID skill: five minutes). */
const signatureLifetime = 5 * 60;

const newPair = (): Pair => ({
	clientId: `CF${randomBytes(8).toString('hex').toUpperCase()}`,
	clientSecret: `cfsk_local_${randomBytes(20).toString('hex')}`,
});

/** @param options what is absent is made */
export function createKeys({
	clientId,
	clientSecret,
	keyPair,
}: {
	clientId?: string;
	clientSecret?: string;
	keyPair?: KeyPair;
}): Keys {
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
 * @param ip address of the caller
 * @returns the refusal, or null when the caller may pass
 */
export function refusal(
	headers: Record<string, string | string[] | undefined>,
	ip: string,
	keys: Keys,
	rules: Rules,
): Answer | null {
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
 * @param signature base64 of the RSA-OAEP (SHA-1) encrypted `clientId.unixSeconds`
 */
function isGenuine(signature: string, keys: Keys, now: () => number) {
	const plain = decrypt(signature, keys.privateKey);
	const dot = plain.lastIndexOf('.');
	const seconds = plain.slice(dot + 1);
	if (plain.slice(0, dot) !== keys.clientId || !/^\d+$/.test(seconds)) return false;
	return Math.abs(now() / 1000 - Number(seconds)) <= signatureLifetime;
}

/** @returns '' when it cannot be decrypted */
function decrypt(signature: string, key: KeyObject): string {
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
