import { createPrivateKey, createPublicKey, publicEncrypt, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { UserError } from 'n8n-workflow';

const where =
	'Copy the public key from the Cashfree dashboard: Developers > Two-Factor Authentication, on the Secure ID card, method Public Key';

const unreadable = (what: string) =>
	new UserError(`The credential's 'Public Key' ${what}. ${where}`);

const succeeds = (attempt: () => unknown): boolean => {
	try {
		attempt();
		return true;
	} catch {
		return false;
	}
};

const isPrivateKey = (der: Buffer) =>
	(['pkcs8', 'pkcs1', 'sec1'] as const).some((type) =>
		succeeds(() => createPrivateKey({ key: der, format: 'der', type })),
	);

const isCertificate = (der: Buffer) => succeeds(() => new X509Certificate(der));

function parse(der: Buffer): KeyObject | undefined {
	for (const type of ['spki', 'pkcs1'] as const) {
		try {
			return createPublicKey({ key: der, format: 'der', type });
		} catch {
			continue;
		}
	}
	return undefined;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** What a key is when it is read as a text of a JSON file, once or several times over. */
const withoutEscapes = (text: string) =>
	text.replace(
		/\\+(?:u00([0-9a-f]{2})|([^]))/gi,
		(_all, code: string | undefined, letter: string) =>
			code ? String.fromCharCode(parseInt(code, 16)) : (escapes[letter] ?? letter),
	);

/** A name in front of a value, as in a .env, JSON or YAML file. The `=` of a key are at its end. */
const assignment =
	/^[{\s]{0,9}(?:export\s{1,9})?["']?[\w.-]{1,128}["']?\s{0,9}[:=](?:\s{0,9}[|>]-?\s)?(?![="',;}\s]*$)/i;
const quotes = new Set('"\'`“”‘’,;{}[] \t\r\n');

function unquote(text: string): string {
	const value = text.replace(assignment, '');
	let start = 0;
	let end = value.length;
	while (quotes.has(value.charAt(start))) start++;
	while (end > start && quotes.has(value.charAt(end - 1))) end--;
	return value.slice(start, end);
}

/** The base64 of a key: what is between the lines of its PEM, or all of the text. */
function base64Of(text: string): string {
	const [, ...parts] = text.split('-----');
	const begins = parts.filter((part) => part.startsWith('BEGIN')).length;
	if (begins === 0 && !text.includes('-----END')) return text;
	if (begins > 1) throw unreadable('contains more than one key');
	const at = parts.findIndex((part) => part.startsWith('BEGIN'));
	const [body = '', end, after] = at < 0 ? [] : parts.slice(at + 1);
	if (!end?.startsWith('END') || after === undefined) throw unreadable('is cut off');
	return body;
}

/** OpenSSL refuses some keys that it can read, such as those with a very long exponent. */
const canEncrypt = (key: KeyObject) => succeeds(() => publicEncrypt(key, Buffer.from('1')));

/** Longer than any key's PEM text, which has 3,000 characters for 16,384 bits. */
const maxLength = 10_000;
/** NIST's least for RSA, https://doi.org/10.6028/NIST.SP.800-131Ar2 */
const minBits = 2_048;

/**
 * Reads Cashfree's public key in each form in which people paste it: PEM with its lines, PEM on one
 * line, with literal `\n`, with Windows line ends, or the bare base64 between the PEM lines; each of
 * them in quotes, with a name in front (`KEY="..."`) or a comma behind, as in a file.
 * Key format: https://www.cashfree.com/docs/api-reference/vrs/2fa-api-signature-generation
 *
 * @param pasted the text of the credential's field, 10,000 characters at most
 * @throws UserError that says what the text is instead, and where the right key is
 */
export function readPublicKey(pasted: string): KeyObject {
	if (pasted.length > maxLength) throw unreadable(`has more than ${maxLength} characters`);
	const text = unquote(withoutEscapes(pasted).trim());
	if (text === '') throw unreadable('is empty');
	if (text.includes('PRIVATE KEY')) throw unreadable('contains a private key');
	if (text.includes('BEGIN CERTIFICATE')) throw unreadable('contains a certificate');
	if (/^(ssh|ecdsa)-/.test(text)) throw unreadable('contains an SSH key');
	const base64 = base64Of(text).replace(/[\s"',]/g, '');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		throw unreadable('contains characters that no key has');
	}
	const der = Buffer.from(base64, 'base64');
	// before `parse`, which would quietly derive a public key from a private one
	if (isPrivateKey(der)) throw unreadable('contains a private key');
	if (isCertificate(der)) throw unreadable('contains a certificate');
	const key = parse(der);
	if (!key) throw unreadable('is incomplete or was changed on the way');
	if (key.asymmetricKeyType !== 'rsa') throw unreadable('is a key of another kind than RSA');
	const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
	if (bits < minBits) throw unreadable(`has ${bits} bits, and ${minBits} are the least`);
	if (!canEncrypt(key)) throw unreadable('cannot be used to sign');
	return key;
}
