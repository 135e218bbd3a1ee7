import { constants, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** Making an RSA key takes a while: once for each test file that imports it. */
export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const spkiPem = (key: KeyObject): string =>
	key.export({ type: 'spki', format: 'pem' }).toString();

export const publicPem = spkiPem(rsa.publicKey);

/** What stands between the lines of a PEM text, on one line. */
export const bare = (pem: string): string => pem.replace(/-----[^-]*-----|\s/g, '');

/** Milliseconds since 1970; its seconds are 1700000000 */
export const now = 1_700_000_000_999;
export const url = 'https://sandbox.cashfree.com/verification/vkyc';
export const clientSecret = 'cfsk_invented_secret';
/** A credential of the IP whitelist method */
export const whitelisted = {
	environment: 'sandbox',
	clientId: 'CF0INVENTED0ID',
	clientSecret,
	apiVersion: '2024-12-01',
	twoFactorMethod: 'ipWhitelist',
	publicKey: '',
};
/** The same of the public key method */
export const withKey = { ...whitelisted, twoFactorMethod: 'publicKey', publicKey: publicPem };

/** What a signature says to the one who contains the private key. */
export const decrypt = (value: unknown, key: KeyObject = rsa.privateKey): string => {
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	const encrypted = Buffer.from(String(value), 'base64');
	return privateDecrypt({ key, padding, oaepHash: 'sha1' }, encrypted).toString();
};
