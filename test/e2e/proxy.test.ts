import { outputOf } from '../../local/n8n/execution';
import { startProxy, startRefusingProxy } from '../support/proxies';
import { httpRequest } from './support/httpRequest';
import { credentialType, keysOf, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { cashfree, runNode } from './support/workflows';

let proxy: Awaited<ReturnType<typeof startProxy>>;
let refusing: Awaited<ReturnType<typeof startRefusingProxy>>;
let instance: Instance;

beforeAll(async () => {
	proxy = await startProxy();
	refusing = await startRefusingProxy(407, { 'proxy-authenticate': 'Basic' });
	const settings = { HTTP_PROXY: proxy.url, HTTPS_PROXY: refusing.url, NO_PROXY: '' };
	instance = await startInstance(settings);
});

beforeEach(() => {
	proxy.passed.length = 0;
});

afterAll(async () => {
	await instance?.stop();
	await proxy?.close();
	await refusing?.close();
});

describe('A proxy that n8n is set up with', () => {
	it('carries the requests of the HTTP Request node with the credential', async () => {
		const body = JSON.stringify({ user_id: 'lead-2041', phone: '9988776655' });
		const url = `${instance.cashfree.url}/user`;
		const create = { url, method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: body };
		const execution = await runNode(instance, httpRequest(instance, create));
		expect(outputOf(execution)).toEqual([expect.objectContaining({ user_id: 'lead-2041' })]);
		expect(proxy.passed).toEqual([`POST ${url}`]);
		expect(instance.cashfree.requests.at(-1)).toMatchObject({ signed: true, status: 200 });
	});

	it('carries those of the node', async () => {
		const initiate = { verificationId: 'lead-2042', phone: '9988776655' };
		const execution = await runNode(instance, cashfree(initiate));
		expect(outputOf(execution)).toMatchObject([{ verification_id: 'lead-2042' }]);
		expect(proxy.passed).toHaveLength(2);
	});

	it('is named by the test of the credential where it refuses', async () => {
		const { id, name } = instance.credential;
		const data = { ...keysOf(instance.cashfree), environment: 'sandbox' };
		const shown = await instance.rest.testCredential({ id, name, type: credentialType, data });
		expect(shown.status).toBe('Error');
		expect(shown.message).toMatch(
			/^A proxy or firewall between this n8n and sandbox\.cashfree\.com requires a user name and password/,
		);
	});
});
