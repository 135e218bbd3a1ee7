import { publicEncrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { readText } from './field';
import type { TextField } from './field';
import { readPublicKey } from './publicKey';
import { assertStaysOnCourse } from './requestGuard';
import type { SignableRequest } from './requestGuard';

/** What the form starts with, and what counts where the field is left empty. */
export const defaultApiVersion = '2024-12-01';

// with the public key of least length, a signature has room for 203 characters of the client ID
const clientId = { name: 'clientId', label: 'Client ID', maxLength: 200 };
export const clientSecret: TextField = {
	name: 'clientSecret',
	label: 'Client Secret',
	maxLength: 500,
};
const apiVersion = { name: 'apiVersion', label: 'API Version', maxLength: 50 };
const publicKey = { name: 'publicKey', label: 'Public Key', maxLength: 10_000 };

/** How many keys are remembered, of accounts that send in turn. */
const mostKeys = 100;
const keys = new Map<string, KeyObject>();

/** Parsing a key costs far more than using it, and a run uses the same ones for all its requests. */
function keyOf(credentials: ICredentialDataDecryptedObject): KeyObject {
	const text = readText(credentials, publicKey);
	const known = keys.get(text);
	if (known) return known;
	const key = readPublicKey(text);
	if (keys.size >= mostKeys) keys.clear();
	keys.set(text, key);
	return key;
}

/**
 * The value of `x-cf-signature`: base64(RSA-OAEP with SHA-1 and MGF1 (client ID + "." + seconds)).
 * Cashfree accepts it for five minutes.
 * https://www.cashfree.com/docs/api-reference/vrs/2fa-api-signature-generation
 *
 * @param now milliseconds since 1970
 */
export function signature(clientId: string, key: KeyObject, now: number): string {
	const plaintext = Buffer.from(`${clientId}.${Math.floor(now / 1000)}`);
	// OAEP with SHA-1 is what Node.js takes by default; to name it costs as much again as to encrypt
	return publicEncrypt(key, plaintext).toString('base64');
}

const copyKey = 'Copy it from the Cashfree dashboard: Developers > API Keys, on the Secure ID card';

function assertHeaderValue(value: string, label: string, advice: string): void {
	if (/^[\x21-\x7e]+$/.test(value)) return;
	const problem =
		value === '' ? 'is empty' : 'contains a space or another character that cannot be in it';
	throw new UserError(`The credential's '${label}' ${problem}. ${advice}`);
}

function readKey(credentials: ICredentialDataDecryptedObject, field: TextField): string {
	const value = readText(credentials, field);
	assertHeaderValue(value, field.label, copyKey);
	return value;
}

function readApiVersion(credentials: ICredentialDataDecryptedObject): string {
	const value = readText(credentials, apiVersion) || defaultApiVersion;
	assertHeaderValue(
		value,
		apiVersion.label,
		`Write ${defaultApiVersion}, unless Cashfree told you to use another version`,
	);
	return value;
}

function isToBeSigned({ twoFactorMethod }: ICredentialDataDecryptedObject): boolean {
	const isEmpty = twoFactorMethod === undefined || twoFactorMethod === null;
	if (isEmpty || twoFactorMethod === '' || twoFactorMethod === 'ipWhitelist') return false;
	if (twoFactorMethod === 'publicKey') return true;
	throw new UserError(
		"The credential's 'Two-Factor Method' has an unknown value. Choose IP Whitelist or Public Key",
	);
}

/**
 * The headers that make a request the credential's own, fresh for each request.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @param now milliseconds since 1970
 * @throws UserError where a field of the credential is missing or unreadable
 */
export function signedHeaders(
	credentials: ICredentialDataDecryptedObject,
	now: number,
): Record<string, string> {
	const id = readKey(credentials, clientId);
	const headers: Record<string, string> = {
		'x-client-id': id,
		'x-client-secret': readKey(credentials, clientSecret),
		'x-api-version': readApiVersion(credentials),
	};
	if (isToBeSigned(credentials)) {
		headers['x-cf-signature'] = signature(id, keyOf(credentials), now);
	}
	return headers;
}

/** For n8n's request helper and for its older one, which may be handed a `url` too. */
const redirectsOff = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
};

const ownHeaders = ['x-client-id', 'x-client-secret', 'x-api-version', 'x-cf-signature'];

/**
 * Signs a request. Called twice for the same request, as n8n does after an HTTP 401, it replaces
 * what it set before. Redirects are switched off, since they would carry the keys elsewhere.
 *
 * @throws UserError where a field of the credential is missing or unreadable, or the request could
 *   carry the keys elsewhere
 */
export function sign(
	credentials: ICredentialDataDecryptedObject,
	request: SignableRequest,
	now = Date.now(),
): IHttpRequestOptions {
	assertStaysOnCourse(credentials, request);

	const headers: IDataObject = {};
	for (const [name, value] of Object.entries(request.headers ?? {})) {
		if (!ownHeaders.includes(name.toLowerCase())) headers[name] = value;
	}
	return {
		...request,
		headers: { ...headers, ...signedHeaders(credentials, now) },
		...redirectsOff,
	};
}
