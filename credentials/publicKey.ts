import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
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

/**
 * Reads Cashfree's public key in each form in which people paste it: PEM with its lines, PEM on one
 * line, with literal `\n`, with Windows line ends, or the bare base64 between the PEM lines.
 * Key format: https://www.cashfree.com/docs/api-reference/vrs/2fa-api-signature-generation
 *
 * @param pasted the text of the credential's field
 * @throws UserError that says what the text is instead, and where the right key lies
 */
export function readPublicKey(pasted: string): KeyObject {
	const text = pasted.replace(/\\r|\\n/g, '\n').trim();
	if (text === '') throw unreadable('is empty');
	if (/PRIVATE KEY/.test(text)) throw unreadable('holds a private key');
	if (/BEGIN CERTIFICATE/.test(text)) throw unreadable('holds a certificate');
	if (/^(ssh|ecdsa)-/.test(text)) throw unreadable('holds an SSH key');
	if (/-----BEGIN/.test(text) !== /-----END/.test(text)) throw unreadable('is cut off');

	const base64 = text.replace(/-----[^-]*-----/g, '').replace(/\s/g, '');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		throw unreadable('holds characters that no key has');
	}
	const der = Buffer.from(base64, 'base64');
	// before `parse`, which would quietly derive a public key from a private one
	if (isPrivateKey(der)) throw unreadable('holds a private key');
	if (isCertificate(der)) throw unreadable('holds a certificate');
	const key = parse(der);
	if (!key) throw unreadable('is incomplete or was changed on the way');
	if (key.asymmetricKeyType !== 'rsa') throw unreadable('is a key of another kind than RSA');
	return key;
}
