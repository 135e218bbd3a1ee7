const { once } = require('node:events');
const http = require('node:http');
const { faultOf, outputOf } = require('../../local/n8n/execution');
const { credentialType, startInstance } = require('./support/instance');
const { node, runNode } = require('./support/workflows');

let instance;

beforeAll(async () => {
	instance = await startInstance();
});

afterAll(async () => await instance?.stop());

/** The built-in HTTP Request node with the credential. */
function httpRequest(url, parameters = {}) {
	const { id, name } = instance.credential;
	const authentication = {
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credentialType,
	};
	return node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{ url, options: {}, ...authentication, ...parameters },
		{ typeVersion: 4.2, credentials: { [credentialType]: { id, name } } },
	);
}

describe('The credential in the built-in HTTP Request node', () => {
	it('signs the request, as the local Cashfree server wants it', async () => {
		const body = JSON.stringify({ user_id: 'lead-2041', phone: '9988776655' });
		const create = { method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: body };
		const execution = await runNode(instance, httpRequest(`${instance.cashfree.url}/user`, create));
		expect(outputOf(execution)).toEqual([expect.objectContaining({ user_id: 'lead-2041' })]);
		expect(instance.cashfree.requests).toMatchObject([
			{ operation: 'POST /user', signed: true, status: 200 },
		]);
	});

	it('sends nothing to another address', async () => {
		let received = 0;
		const stranger = http.createServer((_, response) => response.end(`${++received}`)).listen(0);
		await once(stranger, 'listening');
		const url = `http://127.0.0.1:${stranger.address().port}/verification/user`;
		const execution = await runNode(instance, httpRequest(url));
		stranger.close();
		expect(faultOf(execution)).toContain('the request to another address was not sent');
		expect(received).toBe(0);
		expect(JSON.stringify(execution)).not.toContain(instance.cashfree.clientSecret);
	});

	it('does not follow a redirect with the keys in hand', async () => {
		instance.cashfree.faults.queue('redirect');
		const url = `${instance.cashfree.url}/user?user_id=lead-2041`;
		await runNode(instance, httpRequest(url));
		expect(instance.cashfree.requests.at(-1)).toMatchObject({ fault: 'redirect', status: 302 });
	});
});
