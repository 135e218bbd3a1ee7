import { startCashfree } from '../../local/cashfree';
import { call, createClock, sign } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const lookUp = 'GET /vkyc?verification_id=none';
const clock = createClock();
const seconds = () => clock() / 1000;
const cashfree = useLocalCashfree({ now: clock });

/** Looks up a verification that does not exist: 404 means that the headers were accepted. */
async function withHeaders(headers: Record<string, string | undefined>) {
	const usual = { 'x-cf-signature': sign(cashfree, { seconds: seconds() }) };
	const { status, data } = await call(cashfree, lookUp, undefined, { ...usual, ...headers });
	return [status, data.type, data.code, data.message];
}

const mismatch = [403, 'validation_error', 'authentication_failed', 'Signature mismatch'];

it('accepts the keys, the version and a fresh signature', async () => {
	expect(await withHeaders({})).toContain('verification_id_not_found');
});

it.each([
	['x-client-id', 'x-client-id_missing', 'x-client-id is missing in the request.'],
	['x-client-secret', 'x-client-secret_missing', 'x-client-secret is missing in the request.'],
	['x-api-version', 'x-api-version_missing', 'x-api-version is missing in the request.'],
])('answers 400 when the header %s is missing', async (name, code, message) => {
	const answer = await withHeaders({ [name]: undefined });
	expect(answer).toEqual([400, 'validation_error', code, message]);
});

it.each(['x-client-id', 'x-client-secret'])('answers 401 when %s is wrong', async (name) => {
	expect(await withHeaders({ [name]: 'wrong' })).toEqual([
		401,
		'authentication_error',
		'authentication_failed',
		'Invalid clientId and clientSecret combination',
	]);
});

it.each([
	['sandbox', 'Client secret belongs to production environment'],
	['production', 'Client secret belongs to test environment'],
] as const)('tells keys of the other environment in %s', async (environment, message) => {
	const server = await startCashfree({ environment });
	const { clientId, clientSecret } = server.otherEnvironment;
	const headers = { 'x-client-id': clientId, 'x-client-secret': clientSecret };
	const { status, data } = await call(server, lookUp, undefined, headers);
	await server.close();
	expect([status, data.code, data.message]).toEqual([
		400,
		'x-client-secret_value_invalid',
		message,
	]);
});

it('answers 403 when the signature is missing', async () => {
	expect(await withHeaders({ 'x-cf-signature': undefined })).toEqual([
		403,
		'validation_error',
		'authentication_failed',
		'x-cf-signature missing in the request header',
	]);
});

it.each([
	['of another client ID', () => sign(cashfree, { clientId: 'CF1', seconds: seconds() })],
	['older than five minutes', () => sign(cashfree, { seconds: seconds() - 301 })],
	['more than five minutes ahead', () => sign(cashfree, { seconds: seconds() + 301 })],
	['with milliseconds for seconds', () => sign(cashfree, { seconds: clock() })],
	['padded with SHA-256', () => sign(cashfree, { seconds: seconds(), oaepHash: 'sha256' })],
	['that is no base64 of a cipher text', () => 'signature'],
])('refuses a signature %s', async (_name, signature) => {
	expect(await withHeaders({ 'x-cf-signature': signature() })).toEqual(mismatch);
});

it('accepts a signature of exactly five minutes', async () => {
	const signature = sign(cashfree, { seconds: seconds() - 300 });
	expect(await withHeaders({ 'x-cf-signature': signature })).toContain('verification_id_not_found');
});

it('names the address to whitelist, and lets it in once it is whitelisted', async () => {
	cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: ['10.1.2.3'] });
	expect(await withHeaders({ 'x-cf-signature': undefined })).toEqual([
		403,
		'authentication_error',
		'ip_validation_failed',
		'IP not whitelisted your current ip is 127.0.0.1.For IP whitelisting assistance, visit our guide at https://www.cashfree.com/docs/secure-id/get-started/integration/ip-whitelisting-verification',
	]);
	cashfree.set({ allowedIps: ['10.1.2.3', '127.0.0.1'] });
	expect(await withHeaders({ 'x-cf-signature': undefined })).toContain('verification_id_not_found');
});

it('keeps no secret and no signature in its request log', async () => {
	await withHeaders({});
	const [entry] = cashfree.requests;
	expect(entry).toMatchObject({ operation: 'GET /vkyc', signed: true, status: 404 });
	expect(Object.keys(entry?.headers ?? {})).not.toContain('x-cf-signature');
	expect(JSON.stringify(entry)).not.toContain(cashfree.clientSecret);
});
