import { readTimestamp } from '../../../nodes/CashfreeVkycTrigger/signature';
import { vectors } from './vectors';
import { genuine, SECRET, signedHeaders, verify } from './verify';

describe('the signature in the header', () => {
	it.each(vectors)('is right for $what', async ({ secret, timestamp, signature, rawBody }) => {
		const headers = { 'x-webhook-signature': signature, 'x-webhook-timestamp': timestamp };
		const policy = { now: readTimestamp(timestamp)! };
		expect(await verify({ headers, rawBody, policy, secrets: [secret] })).toEqual({
			scheme: 'header',
		});
	});

	it.each([0, 1, 2])('is right if secret number %i of three matches', async (position) => {
		const secrets = ['first', 'second', 'third'].with(position, SECRET);
		expect(await verify({ secrets })).toEqual({ scheme: 'header' });
	});

	it.each([[[]], [['']], [['Test-Client-Secret']], [[`${SECRET} `]], [['other', 'another']]])(
		'is refused with the secrets %j',
		async (secrets) => {
			expect(await verify({ secrets })).toEqual({ refusal: 'The signature does not match' });
		},
	);

	const { signature } = genuine!;
	it.each([
		['missing', undefined],
		['empty', ''],
		['cut short', signature.slice(0, -1)],
		['without padding', signature.replace('=', '')],
		['too long', `${signature}=`],
		['doubled', `${signature}, ${signature}`],
		['an array', [signature]],
		['of the URL alphabet', signature.replace('/', '_')],
		['hexadecimal', Buffer.from(signature, 'base64').toString('hex')],
		['after a space', ` ${signature}`],
		['before a line end', `${signature}\n`],
	])('is refused without asking for secrets if it is %s', async (_, value) => {
		const secrets = jest.fn();
		const headers = { ...signedHeaders, 'x-webhook-signature': value };
		expect(await verify({ headers, secrets })).toEqual({
			refusal: 'The header x-webhook-signature is missing or is no signature',
		});
		expect(secrets).not.toHaveBeenCalled();
	});

	it('is refused if it is another text for the same bytes', async () => {
		const last = signature.at(-2) as string;
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
		const twin = `${signature.slice(0, -2)}${alphabet[alphabet.indexOf(last) + 1]}=`;
		expect(Buffer.from(twin, 'base64')).toEqual(Buffer.from(signature, 'base64'));
		const headers = { ...signedHeaders, 'x-webhook-signature': twin };
		expect(await verify({ headers })).toHaveProperty('refusal');
	});

	it.each([null, 'text', {}, []])('is refused if the raw body is %j', async (rawBody) => {
		expect(await verify({ rawBody })).toEqual({
			refusal: 'The body is no event',
		});
	});

	it('is refused if it covers a body without its time', async () => {
		const headers = { 'x-webhook-signature': signature };
		expect(await verify({ headers })).toEqual({
			refusal: 'The header x-webhook-timestamp is missing or is no time',
		});
	});

	it('passes on what fetching the secrets throws', async () => {
		const secrets = async () => await Promise.reject(new TypeError('no credential'));
		await expect(verify({ secrets })).rejects.toThrow('no credential');
	});
});
