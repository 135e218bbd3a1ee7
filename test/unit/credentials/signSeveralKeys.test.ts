import crypto from 'node:crypto';
import { signedHeaders } from '../../../credentials/sign';
import { now, publicPem, withKey } from './keys';

/** Texts of the same key, each of which has to be parsed by itself. */
const credentials = Array.from({ length: 150 }, (_, number) => ({
	...withKey,
	publicKey: publicPem.replace('\n', '\n'.repeat(number + 1)),
}));
const parse = jest.spyOn(crypto, 'createPublicKey');

it('accounts that sign in turn have each key parsed once', () => {
	for (let round = 0; round < 3; round++) {
		for (const each of credentials.slice(0, 20)) signedHeaders(each, now);
	}
	expect(parse).toHaveBeenCalledTimes(20);
});

it('a bounded number of keys is remembered', () => {
	for (const each of credentials) signedHeaders(each, now);
	parse.mockClear();
	signedHeaders(credentials[0]!, now);
	expect(parse).toHaveBeenCalledTimes(1);
});
