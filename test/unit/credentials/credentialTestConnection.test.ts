import { fastify } from 'fastify';
import { startCashfree } from '../../support/cashfreeWorkflow';
import { keyPair, refused, resultFor } from './dialog';
import type { Cashfree } from './dialog';

let cashfree: Cashfree;

/** A server that is not Cashfree's. Each path answers in a way of its own. */
const other = fastify({ forceCloseConnections: true });
const page = '<html><body>Please log in</body></html>';
other.get('/page/vkyc', async (_request, reply) => await reply.type('text/html').send(page));
other.get(
	'/login/vkyc',
	async (_request, reply) => await reply.code(401).type('text/html').send(page),
);
let gateway: { status: number; body: object };
other.get(
	'/gateway/vkyc',
	async (_request, reply) => await reply.code(gateway.status).send(gateway.body),
);
other.get('/health/vkyc', async () => ({ status: 'ok' }));
other.get('/words/vkyc', async () => ({ message: 'Keys that belong to test are welcome' }));
other.get('/list/vkyc', async () => ['verification_id']);
other.get(
	'/null/vkyc',
	async (_request, reply) => await reply.type('application/json').send('null'),
);
other.get('/empty/vkyc', async (_request, reply) => await reply.code(204).send());
let otherUrl: string;

beforeAll(async () => {
	cashfree = await startCashfree({ keyPair });
	otherUrl = await other.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => cashfree.reset());
afterAll(async () => {
	await cashfree.close();
	await other.close();
});

const notCashfree = (status: number, said?: string) =>
	refused(
		`The server at this address answered with HTTP ${status}${said ? ` ("${said}")` : ''}, but not as Cashfree does, so the keys are not proven. Check the 'Environment' and its 'Base URL', and any proxy in between`,
	);

const unreachable = (address: string, code: string) =>
	refused(
		`Cashfree could not be reached at ${address} (${code}). Check the 'Environment', and that this n8n, or the proxy that it uses, may open connections to that address`,
	);

describe('the test of the credential says that it is not Cashfree that answers', () => {
	it.each([
		['a page', 'page', 200],
		['a page that wants a login', 'login', 401],
		['JSON of another service', 'health', 200],
		['JSON with words like Cashfree’s', 'words', 200],
		['a JSON list', 'list', 200],
		['null', 'null', 200],
		['nothing', 'empty', 204],
	])('but %s', async (_what, path, status) => {
		const result = await resultFor(cashfree, { baseUrl: `${otherUrl}/${path}` });
		expect(result).toEqual(notCashfree(status));
	});

	it('but JSON that it knows no such path', async () => {
		const said = 'Route GET:/elsewhere/vkyc?verification_id=credential-test not found';
		const result = await resultFor(cashfree, { baseUrl: `${otherUrl}/elsewhere` });
		expect(result).toEqual(notCashfree(404, said));
	});

	it('but Cashfree at another path', async () => {
		const result = await resultFor(cashfree, { baseUrl: `${cashfree.url}/v2` });
		expect(result).toEqual(notCashfree(404, 'Resource not found'));
	});

	it.each([
		[200, { verification_id: 'lead-2041', status: 'RECEIVED' }],
		[200, { verification_id: 'credential-test' }],
		[200, { verification_id: 'credential-test', status: 'unknown' }],
		[200, { code: 'verification_id_not_found', message: 'verification_id does not exist' }],
		[201, { verification_id: 'credential-test', status: 'RECEIVED' }],
		[400, { type: 'invalid_request', code: 'bad', message: 'Bad request' }],
		[401, { type: 'unauthorized', code: 'no_key', message: 'No API key in this request' }],
		[401, { type: 'about:blank', code: 'authentication_failed', message: 'Invalid clientId' }],
		[404, { code: 'NOT_FOUND', message: 'no Route matched with those values' }],
		[404, { code: 'not_found', message: 'Cannot GET /verification/vkyc' }],
		[404, { code: 'not_found', message: 'No such page: /vkyc?verification_id=credential-test' }],
		[404, { code: 'not_found', message: '"verification_id=credential-test" is not understood' }],
		[404, { message: 'Service vkyc not found' }],
		[404, { code: 'NOT_FOUND', message: 'no route for GET vkyc' }],
		[404, { code: 404, message: 'The requested resource [verification.vkyc] is not available' }],
		[404, { type: 'not_found_error', code: 'not_found', message: 'Service vkyc not found' }],
		[404, { code: 'verification_id_not_found', message: 'verification_id does not exist' }],
		[404, { type: 'about:blank', code: 'verification_id_not_found', message: 'Not found' }],
		[404, { type: 'not_found_error', code: 'verification_id_not_found' }],
		[400, { message: "Unknown query parameter 'verification_id'" }],
		[400, { type: 'validation_error', code: 'invalid_request', message: 'verification_id: what?' }],
		[400, { type: 'invalid_request', code: 'invalid', message: 'No parameter verification_id' }],
		[422, { message: 'verification_id: extra fields not permitted' }],
		[422, { type: 'validation_error', code: 'extra', message: 'verification_id is not allowed' }],
		[422, { code: 'jwt_verification_failed', message: 'The verification of the token failed' }],
		[503, { code: 'verification_id_not_found', message: 'verification_id does not exist' }],
	])('but JSON of a gateway: %d %j', async (status, body) => {
		gateway = { status, body };
		const result = await resultFor(cashfree, { baseUrl: `${otherUrl}/gateway` });
		expect(result.status).toBe('Error');
		expect(result.message).toContain(`answered with HTTP ${status}`);
		expect(result.message).toContain('but not as Cashfree does, so the keys are not proven');
	});

	it('but a gateway in front of it', async () => {
		cashfree.faults.queue('html-before');
		expect(await resultFor(cashfree)).toEqual(notCashfree(502));
	});

	it('but an empty body', async () => {
		cashfree.faults.queue('empty-body');
		expect(await resultFor(cashfree)).toEqual(notCashfree(404));
	});

	it('but a body that was cut off', async () => {
		cashfree.faults.queue('half-body');
		expect(await resultFor(cashfree)).toEqual(notCashfree(404));
	});

	it('but a redirect, which is not followed', async () => {
		cashfree.faults.queue('redirect');
		expect(await resultFor(cashfree)).toEqual(notCashfree(302));
		expect(cashfree.requests.map(({ path }) => path)).toEqual(['/verification/vkyc']);
	});
});

describe('the test of the credential says that Cashfree cannot be reached', () => {
	it('at a port where no server listens', async () => {
		const stopped = await startCashfree({ keyPair });
		await stopped.close();
		const result = await resultFor(cashfree, { baseUrl: stopped.url });
		expect(result).toEqual(unreachable(stopped.url, 'ECONNREFUSED'));
	});

	it('where the connection is cut before the answer', async () => {
		cashfree.faults.queue('reset-before-reading');
		expect(await resultFor(cashfree)).toEqual(unreachable(cashfree.url, 'ECONNRESET'));
	});

	it('over https at a server that speaks http', async () => {
		const baseUrl = cashfree.url.replace('http:', 'https:');
		expect(await resultFor(cashfree, { baseUrl })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(`Cashfree could not be reached at ${baseUrl} (`),
		});
	});
});
