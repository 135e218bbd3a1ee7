import { publicEncrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { UserError } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IHttpRequestOptions,
} from 'n8n-workflow';
import { assertOwnServer } from './environment';
import { readPublicKey } from './publicKey';

/** The shape that n8n's older request helper uses; the built-in HTTP Request node still does. */
interface LegacyRequestOptions {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

let lastKey: { text: string; key: KeyObject } | undefined;

/** Parsing a key costs more than using it, and a run uses the same one for all its requests. */
function keyOf(credentials: ICredentialDataDecryptedObject): KeyObject {
	const text = String(credentials.publicKey ?? '');
	if (lastKey?.text !== text) lastKey = { text, key: readPublicKey(text) };
	return lastKey.key;
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

function headerValue(
	credentials: ICredentialDataDecryptedObject,
	field: string,
	label: string,
	advice = copyKey,
) {
	const value = String(credentials[field] ?? '').trim();
	if (!/^[\x21-\x7e]+$/.test(value)) {
		const fault =
			value === '' ? 'is empty' : 'holds a space or another character that cannot be in it';
		throw new UserError(`The credential's '${label}' ${fault}. ${advice}`);
	}
	return value;
}

/**
 * The headers that make a request the credential's own, fresh for each request.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @param now milliseconds since 1970
 * @throws UserError where a key of the credential is missing or unreadable
 */
export function signedHeaders(
	credentials: ICredentialDataDecryptedObject,
	now: number,
): Record<string, string> {
	const clientId = headerValue(credentials, 'clientId', 'Client ID');
	const headers: Record<string, string> = {
		'x-client-id': clientId,
		'x-client-secret': headerValue(credentials, 'clientSecret', 'Client Secret'),
		'x-api-version': headerValue(
			credentials,
			'apiVersion',
			'API Version',
			'Write 2024-12-01, unless Cashfree told you to use another version',
		),
	};
	if (credentials.twoFactorMethod === 'publicKey') {
		headers['x-cf-signature'] = signature(clientId, keyOf(credentials), now);
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
 * @throws UserError where a key is missing or unreadable, or the address is not the environment's
 */
export function sign(
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions & LegacyRequestOptions,
	now = Date.now(),
): IHttpRequestOptions {
	assertOwnServer(credentials, request.url ?? request.uri ?? '', request.baseURL);

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
