import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { readPublicKey } from '../../../credentials/publicKey';
import { certificate } from './certificate';
import { bare, publicPem, rsa, spkiPem } from './keys';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');
const lines = publicPem.trim().split('\n');
const whereItLies =
	'Copy the public key from the Cashfree dashboard: Developers > Two-Factor Authentication, on the Secure ID card, method Public Key';

function messageFor(pasted: string): string {
	try {
		readPublicKey(pasted);
	} catch (reason) {
		return (reason as Error).message;
	}
	throw new Error(`It was taken for a public key: ${pasted}`);
}

describe('Cashfree’s public key is read', () => {
	it.each([
		['as PEM with its lines', publicPem],
		['as PEM on one line, with spaces', lines.join(' ')],
		['as PEM on one line, with nothing between', lines.join('')],
		['with literal \\n', lines.join('\\n')],
		['with literal \\r\\n', `${lines.join('\\r\\n')}\\r\\n`],
		['with Windows line ends', lines.join('\r\n')],
		['with indented lines', lines.map((line) => `\t${line}  `).join('\n')],
		['with blank lines around', `\n\n ${publicPem}\n\n`],
		['after the mark that some editors put at the start of a file', `\uFEFF${publicPem}`],
		['as bare base64', bare(publicPem)],
		['as bare base64 with its lines', lines.slice(1, -1).join('\n')],
		['as RSA PUBLIC KEY', rsa.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
		[
			'as bare base64 of an RSA PUBLIC KEY',
			rsa.publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64'),
		],
	])('%s', (_form, pasted) => {
		const key = readPublicKey(pasted);
		expect(key.type).toBe('public');
		expect(spkiPem(key)).toBe(publicPem);
	});

	it('whatever became of the ends of its lines', () => {
		const end = fc.constantFrom('', ' ', '\n', '\r\n', '\r', '\t', '\u00a0', '\\n', '\\r\\n');
		const ends = fc.array(end, { minLength: lines.length, maxLength: lines.length });
		fc.assert(
			fc.property(ends, (chosen) => {
				const pasted = lines.map((line, index) => line + chosen[index]).join('');
				expect(spkiPem(readPublicKey(pasted))).toBe(publicPem);
			}),
		);
	});
});

describe('what is no RSA public key gets a message that says which it is', () => {
	const privatePem = (key: typeof rsa.privateKey, type: 'pkcs8' | 'pkcs1' | 'sec1') =>
		key.export({ type: type as 'pkcs8', format: 'pem' }).toString();
	const privateKeys: Array<[string, string]> = [
		['PKCS#8', privatePem(rsa.privateKey, 'pkcs8')],
		['PKCS#1', privatePem(rsa.privateKey, 'pkcs1')],
		['EC in PKCS#8', privatePem(ec.privateKey, 'pkcs8')],
		['EC in SEC 1', privatePem(ec.privateKey, 'sec1')],
		['Ed25519', privatePem(ed25519.privateKey, 'pkcs8')],
	];
	const encrypted = rsa.privateKey
		.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'invented' })
		.toString();
	const ssh = 'AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBInvented';

	it.each<[string, string, string]>([
		...privateKeys.flatMap(
			([form, pem]): Array<[string, string, string]> => [
				[`a private key (${form})`, pem, 'contains a private key'],
				[`a private key on one line (${form})`, pem.replace(/\n/g, ' '), 'contains a private key'],
				[`a private key as bare base64 (${form})`, bare(pem), 'contains a private key'],
			],
		),
		['an encrypted private key', encrypted, 'contains a private key'],
		['half a private key', privatePem(rsa.privateKey, 'pkcs8').slice(0, 800), 'a private key'],
		['a private SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n', 'contains a private key'],
		['a certificate', certificate, 'contains a certificate'],
		['a certificate on one line', certificate.replace(/\n/g, '\\n'), 'contains a certificate'],
		['half a certificate', certificate.slice(0, certificate.length / 2), 'contains a certificate'],
		['a certificate as bare base64', bare(certificate), 'contains a certificate'],
		['an EC public key', spkiPem(ec.publicKey), 'is a key of another kind than RSA'],
		['an Ed25519 public key', bare(spkiPem(ed25519.publicKey)), 'of another kind than RSA'],
		['an SSH key', `ssh-rsa ${ssh} asha@laptop.example`, 'contains an SSH key'],
		['an elliptic SSH key', `ecdsa-sha2-nistp256 ${ssh}`, 'contains an SSH key'],
		['the first half of a key', lines.slice(0, 4).join('\n'), 'is cut off'],
		['the second half of a key', lines.slice(4).join('\n'), 'is cut off'],
		['a key without its middle', lines.toSpliced(3, 2).join('\n'), 'is incomplete'],
		['half the bare base64', bare(publicPem).slice(0, 196), 'is incomplete'],
		['the lines around a key alone', `${lines[0]}\n${lines.at(-1)}`, 'characters that no key has'],
		['nothing', '', 'is empty'],
		['blanks', ' \n\t\\n', 'is empty'],
		['letters that are no key', 'cfsklocalinvented', 'is incomplete or was changed on the way'],
		['a sentence', 'Please see the attached file.', 'contains characters that no key has'],
		['a sentence about SSH', 'Made by ssh-keygen', 'contains characters that no key has'],
		['a key with a character too many', `${bare(publicPem)}?`, 'characters that no key has'],
		['a line with a character too many', lines.join('\n').replace('A', '?'), 'that no key has'],
	])('%s', (_what, pasted, error) => {
		const message = messageFor(pasted);
		expect(message).toMatch(/^The credential's 'Public Key' /);
		expect(message).toContain(error);
		expect(message.endsWith(`. ${whereItLies}`)).toBe(true);
	});

	it('wherever a key was cut', () => {
		// cut in front of it, a key is whole again, in its older form
		const inner = rsa.publicKey.export({ type: 'pkcs1', format: 'der' }).toString('base64');
		const whole = [publicPem.trim(), lines.join(' '), lines.join('\\n'), bare(publicPem)];
		const cut = fc
			.constantFrom(...whole)
			.chain((text) =>
				fc.tuple(
					fc.constant(text),
					fc.integer({ min: 1, max: text.length - 1 }),
					fc.constantFrom('start', 'end'),
				),
			);
		fc.assert(
			fc.property(cut, ([text, at, kept]) => {
				const left = kept === 'start' ? text.slice(0, at) : text.slice(at);
				fc.pre(left !== inner);
				const message = messageFor(left);
				expect(message).toMatch(/is cut off|is incomplete|characters that no key has/);
			}),
			{ examples: [[[bare(publicPem), 32, 'end']]] },
		);
	});

	it('without a piece of what was pasted', () => {
		for (const [, pem] of privateKeys) {
			const words = bare(pem).match(/.{16}/g) ?? [];
			for (const word of words) expect(messageFor(bare(pem))).not.toContain(word);
		}
	});
});
