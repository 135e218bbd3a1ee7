import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { readPublicKey } from '../../../credentials/publicKey';
import { bare, publicPem, spkiPem } from './keys';

const oneLine = publicPem.trim().replace(/\n/g, '\\n');

describe('Cashfree’s public key is read as it stands in a file', () => {
	it.each([
		['in double quotes', `"${publicPem}"`],
		['in single quotes, with a comma', `'${publicPem.trim()}',`],
		['in the quotes of a text editor', `“${oneLine}”`],
		['of a .env file', `CASHFREE_PUBLIC_KEY="${oneLine}"`],
		['of a .env file, with its lines', `CASHFREE_PUBLIC_KEY='${publicPem}'\n`],
		['of a .env file, as bare base64', `KEY=${bare(publicPem)}`],
		['of a .env file, as bare base64 in quotes', `cf.key = "${bare(publicPem)}"`],
		['of a shell script', `export KEY=\`${publicPem}\`;`],
		['of a line of JSON', `\t"publicKey": "${oneLine}",\r\n`],
		['of a line of JSON, as bare base64', `"public_key" : "${bare(publicPem)}" ,`],
		['of a JSON file', JSON.stringify({ cashfree: { publicKey: publicPem } }, null, 2)],
		['of a JSON object, as bare base64', JSON.stringify({ key: bare(publicPem) })],
		['of a JSON list of its lines', JSON.stringify(publicPem.trim().split('\n'), null, 2)],
		['of a JSON list, as bare base64', JSON.stringify([bare(publicPem)])],
		['of a YAML file, as bare base64', `key: >-\n  ${bare(publicPem)}`],
		['of a YAML file', `key: |-\n  ${publicPem.replace(/\n/g, '\n  ')}`],
		['with a remark in front', `# Secure ID, production\n${publicPem}`],
		['written by PHP', JSON.stringify(publicPem).replace(/\//g, '\\/')],
		['written by .NET', JSON.stringify(publicPem).replace(/[+/=]/g, (c) => `\\u00${hex(c)}`)],
	])('%s', (_form, pasted) => {
		expect(spkiPem(readPublicKey(pasted))).toBe(publicPem);
	});

	it('however many times JSON was written into JSON', () => {
		const depth = fc.integer({ min: 1, max: 4 });
		fc.assert(
			fc.property(depth, fc.constantFrom(publicPem, bare(publicPem)), (times, text) => {
				let pasted = text;
				for (let time = 0; time < times; time++) pasted = JSON.stringify(pasted);
				expect(spkiPem(readPublicKey(pasted))).toBe(publicPem);
			}),
		);
	});
});

function hex(character: string): string {
	return character.charCodeAt(0).toString(16).padStart(2, '0');
}

describe('a public key that cannot sign is refused', () => {
	const rsaOf = (modulusLength: number) =>
		spkiPem(generateKeyPairSync('rsa', { modulusLength }).publicKey);

	it.each([512, 1024, 2040])('with %d bits', (bits) => {
		const message = `The credential's 'Public Key' has ${bits} bits, and 2048 are the least. Copy`;
		expect(() => readPublicKey(rsaOf(bits))).toThrow(message);
	});

	it('with a number that no key is made of', () => {
		const ones = (bytes: number) => Buffer.alloc(bytes, 0xff).toString('base64url');
		const key = createPublicKey({ key: { kty: 'RSA', n: ones(512), e: ones(9) }, format: 'jwk' });
		expect(() => readPublicKey(spkiPem(key))).toThrow("'Public Key' cannot be used to sign. Copy");
	});

	it('with more than one key', () => {
		expect(() => readPublicKey(`${publicPem}\n${publicPem}`)).toThrow('contains more than one key');
	});

	it('with nothing in its quotes', () => {
		expect(() => readPublicKey('"\\n",')).toThrow("'Public Key' is empty");
	});

	it('with megabytes of anything', () => {
		for (const text of ['A', '-', '=', '"', '\\', ' ', '{', '-----BEGIN', 'KEY=', '\\u0041']) {
			const pasted = text.repeat(Math.ceil(4_000_000 / text.length));
			expect(() => readPublicKey(pasted)).toThrow('has more than 10000 characters');
		}
	});
});
