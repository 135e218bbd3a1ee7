import { baseUrl } from '../../../credentials/environment';
import { signedHeaders } from '../../../credentials/sign';
import { now, withKey } from './keys';

const fields: Array<[string, string, number]> = [
	['baseUrl', 'Base URL', 2_000],
	['clientId', 'Client ID', 200],
	['clientSecret', 'Client Secret', 500],
	['publicKey', 'Public Key', 10_000],
	['apiVersion', 'API Version', 50],
];

/** What the credential says to a value of an expression in one of its fields. */
function read(name: string, value: unknown): void {
	const credentials = { ...withKey, environment: 'custom', baseUrl: 'https://kyc.example' };
	const changed = { ...credentials, [name]: value as string };
	baseUrl(changed);
	signedHeaders(changed, now);
}

describe.each(fields)('%s', (name, label, maxLength) => {
	it.each([
		[false, 'false'],
		[true, 'true'],
		[0, 'a number'],
		[2024, 'a number'],
		[[], 'a list'],
		[['text'], 'a list'],
		[{}, 'an object'],
		[{ text: 'text' }, 'an object'],
	])('may not be %j', (value, kind) => {
		expect(() => read(name, value)).toThrow(
			`The credential's '${label}' must be text, not ${kind}. Change its expression so that it gives text`,
		);
	});

	it.each(['a', ' ', '/', '-', '=', '\\', '"', '1.', '::', '\n', 'é', '\u200b', '\0'])(
		'may not be megabytes of %j',
		(piece) => {
			const value = piece.repeat(4_000_000);
			expect(() => read(name, value)).toThrow(
				`The credential's '${label}' has ${value.length} characters, and ${maxLength} are the most.`,
			);
		},
	);
});

it('a base URL may end in as many slashes as it has room for', () => {
	const address = 'https://kyc.example';
	const slashes = '/'.repeat(2_000 - address.length);
	expect(baseUrl({ environment: 'custom', baseUrl: address + slashes })).toBe(address);
});

it('the longest client ID has room in a signature', () => {
	expect(() => read('clientId', 'C'.repeat(200))).not.toThrow();
});
