import { UserError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { baseUrl } from './environment';

/** The shape that n8n's older request helper uses; the built-in HTTP Request node still does. */
interface LegacyRequestOptions {
	uri?: string;
	followRedirect?: boolean;
	followAllRedirects?: boolean;
}

/** A request as another node made it, for either of n8n's request helpers. */
export type SignableRequest = IHttpRequestOptions & LegacyRequestOptions;

/**
 * Options that lead a request elsewhere than its address says, or to a server whose certificate n8n
 * does not check: those of n8n's helpers, and of axios, undici and Node.js below them. What is not
 * known to do so passes, since any n8n may add an option to each of its requests.
 */
const refusedOptions = new Set([
	...['proxy', 'tunnel', 'agent', 'agents', 'agentClass', 'httpAgent', 'httpsAgent', 'dispatcher'],
	...['adapter', 'transport', 'fetchOptions', 'createConnection', 'lookup', 'socketPath'],
	...['host', 'hostname', 'port', 'servername', 'checkServerIdentity', 'secureContext'],
	...['skipSslCertificateValidation', 'insecure', 'ca', 'cert', 'key', 'pfx'],
]);

/** An agent's options decide about its TLS: what is not known to leave that alone is refused. */
const harmlessAgentOptions = new Set([
	...['keepAlive', 'keepAliveMsecs', 'maxSockets', 'maxTotalSockets', 'maxFreeSockets'],
	...['scheduling', 'timeout', 'noDelay', 'family'],
]);

const protections = new Set(['rejectUnauthorized', 'strictSSL']);
const notSwitchedOff = new Set<unknown>([undefined, null, '', true]);

/** What these servers answer, or pass on, is the request with its headers. */
const refusedMethods = new Set(['TRACE', 'TRACK', 'CONNECT']);

const certificateAdvice = "Switch off 'Ignore SSL Issues (Insecure)' in the options of the node";
const adviceByOption = new Map([
	['proxy', "Remove 'Proxy' from the options of the node. n8n's own proxy (HTTPS_PROXY) is used"],
	['rejectUnauthorized', certificateAdvice],
	['skipSslCertificateValidation', certificateAdvice],
	['agentOptions', "Switch off 'SSL Certificates' in the node"],
]);

function isNothing(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	if (typeof value !== 'object' || value === null) return !value;
	const keys = [];
	// n8n would read inherited ones, too
	for (const key in value) keys.push(key);
	return keys.length === 0;
}

function isRefused(name: string, value: unknown): boolean {
	if (protections.has(name)) return !notSwitchedOff.has(value);
	if (name !== 'agentOptions') return refusedOptions.has(name) && !isNothing(value);
	return Object.entries(value ?? {}).some(([option, setting]) =>
		protections.has(option)
			? isRefused(option, setting)
			: !harmlessAgentOptions.has(option) && !isNothing(setting),
	);
}

/** A server of many names picks the one that is meant by such a header, whatever the address says. */
function namesServer(header: string): boolean {
	const name = header.trim().toLowerCase();
	return ['host', ':authority', 'forwarded'].includes(name) || name.endsWith('-host');
}

const refused = (what: string, advice: string) =>
	new UserError(
		`This Cashfree Secure ID API credential signs no request with ${what}, which could carry its keys elsewhere, so the request was not sent. ${advice}`,
	);

function assertOwnAddress({ url, uri, baseURL }: SignableRequest, own: string): void {
	const base = baseURL ? String(baseURL) : undefined;
	const isOwn = (address: string) =>
		URL.canParse(address, base) && new URL(address, base).origin === own;
	const given = [url, uri].filter((address) => address !== undefined && address !== null);
	// versions of n8n differ in which of several addresses they take, so each must be right
	const addresses = [...given, ...(given.length === 0 ? [''] : []), ...(base ? [base] : [])];
	if (!addresses.map(String).every(isOwn)) {
		throw new UserError(
			`This Cashfree Secure ID API credential is for ${own} only, so the request to another address was not sent. Change the address, or the 'Environment' in the credential`,
		);
	}
}

/**
 * Refuses a request that could end elsewhere than at the server of the credential's environment:
 * whoever may use a credential in a node of theirs could read its keys there. A proxy of n8n's
 * environment is set by who runs n8n, and is no part of a request.
 *
 * @throws UserError that says what to change in the node
 */
export function assertStaysOnCourse(
	credentials: ICredentialDataDecryptedObject,
	request: SignableRequest,
): void {
	const { origin, host } = new URL(baseUrl(credentials));
	assertOwnAddress(request, origin);
	const options = Object.entries(request).filter(([name, value]) => isRefused(name, value));
	if (options.length > 0) {
		const names = options.map(([name]) => name);
		const advice = names.map((name) => adviceByOption.get(name) ?? `Remove '${name}'`);
		throw refused(`the option '${names.join("' and '")}'`, [...new Set(advice)].join('. '));
	}
	const method = String(request.method ?? 'GET').toUpperCase();
	if (refusedMethods.has(method)) {
		throw refused(`the method ${method}`, "Choose another 'Method' in the node");
	}
	for (const [name, value] of Object.entries(request.headers ?? {})) {
		if (namesServer(name) && String(value) !== host) {
			throw refused(`the header '${name}'`, `Remove the header '${name}' from the node`);
		}
	}
}
