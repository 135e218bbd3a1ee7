import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readText } from './field';

const baseUrls = new Map<unknown, string>([
	['sandbox', 'https://sandbox.cashfree.com/verification'],
	['production', 'https://api.cashfree.com/verification'],
]);

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** @param hostname as `URL` writes it */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname);

const customBaseUrl = { name: 'baseUrl', label: 'Base URL', maxLength: 2_000 };

function withoutSlashAtEnd(text: string): string {
	let end = text.length;
	while (text[end - 1] === '/') end--;
	return text.slice(0, end);
}

/**
 * The base URL of the credential's environment, without a slash at its end.
 * Servers: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @param credentials the decrypted credential: `environment` is `sandbox`, `production` or `custom`;
 *   `baseUrl` counts for `custom` only
 * @throws UserError where the environment is none of these, or the custom base URL is no `https`
 *   address (or `http` on this machine)
 */
export function baseUrl(credentials: ICredentialDataDecryptedObject): string {
	const { environment } = credentials;
	if (environment !== 'custom') {
		const known = baseUrls.get(environment);
		if (known) return known;
		throw new UserError(
			"The credential's 'Environment' has an unknown value. Choose Sandbox, Production or Custom",
		);
	}
	const text = readText(credentials, customBaseUrl);
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isSafe =
		url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
	if (!url || !isSafe || url.username || url.password || /[?#]/.test(text)) {
		throw new UserError(
			"The credential's 'Base URL' must be an address that starts with https:// (http:// is accepted for this machine only, e.g. http://127.0.0.1:8080/verification), without a user name, '?' or '#'",
		);
	}
	return withoutSlashAtEnd(url.href);
}
