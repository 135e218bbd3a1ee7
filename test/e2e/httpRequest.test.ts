import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorOf, outputOf } from '../../local/n8n/execution';
import { startImpostor } from '../support/proxies';
import { selfSigned } from '../support/selfSigned';
import { httpRequest } from './support/httpRequest';
import { keysOf, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { cashfree, chain, node, runNode } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
});

afterAll(async () => await instance?.stop());

describe('The credential in the built-in HTTP Request node', () => {
	it('signs the request, as the local Cashfree server wants it', async () => {
		const body = JSON.stringify({ user_id: 'lead-2041', phone: '9988776655' });
		const create = { method: 'POST', sendBody: true, specifyBody: 'json', jsonBody: body };
		const execution = await runNode(
			instance,
			httpRequest(instance, { url: `${instance.cashfree.url}/user`, ...create }),
		);
		expect(outputOf(execution)).toEqual([expect.objectContaining({ user_id: 'lead-2041' })]);
		expect(instance.cashfree.requests).toMatchObject([
			{ operation: 'POST /user', signed: true, status: 200 },
		]);
	});

	it('sends nothing to another address', async () => {
		let received = 0;
		const stranger = createServer((_, response) => response.end(`${++received}`)).listen(0);
		await once(stranger, 'listening');
		const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/verification/user`;
		const execution = await runNode(instance, httpRequest(instance, { url }));
		stranger.close();
		expect(errorOf(execution)).toContain('the request to another address was not sent');
		expect(received).toBe(0);
		expect(JSON.stringify(execution)).not.toContain(instance.cashfree.clientSecret);
	});

	it('does not follow a redirect with the keys in hand', async () => {
		instance.cashfree.faults.queue('redirect');
		const url = `${instance.cashfree.url}/user?user_id=lead-2041`;
		await runNode(instance, httpRequest(instance, { url }));
		expect(instance.cashfree.requests.at(-1)).toMatchObject({ fault: 'redirect', status: 302 });
	});

	describe.each([2, 3, 4.2])('in version %d of the node', (version) => {
		let impostor: Awaited<ReturnType<typeof startImpostor>>;
		beforeAll(async () => {
			impostor = await startImpostor();
			instance.cashfree.reset();
		});
		afterAll(async () => await impostor.close());

		const run = async (parameters: object) => {
			const url = `${instance.cashfree.url}/user?user_id=lead-2041`;
			return await runNode(instance, httpRequest(instance, { url, ...parameters }, version));
		};

		it('sends nothing through a proxy of the node, or with certificates unchecked', async () => {
			const unchecked = { allowUnauthorizedCerts: true };
			const options = { ...unchecked, proxy: impostor.url };
			const execution = await run({ ...unchecked, options });
			expect(errorOf(execution)).toMatch(
				/so the request was not sent\. Switch off 'Ignore SSL Issues \(Insecure\)' .*\. Remove 'Proxy'/,
			);
			expect(JSON.stringify(execution)).not.toContain(instance.cashfree.clientSecret);
			expect([impostor.read, instance.cashfree.requests]).toEqual([[], []]);
		});

		it('works without them', async () => {
			await run({});
			expect(instance.cashfree.requests).toMatchObject([{ operation: 'GET /user', signed: true }]);
		});
	});

	it('sends nothing with certificates of the node', async () => {
		const { cert } = selfSigned('impostor.example');
		const credential = { name: 'Certificates', type: 'httpSslAuth' };
		const { id, name } = await instance.createCredential(credential, { ca: cert });
		const url = `${instance.cashfree.url}/user?user_id=lead-2041`;
		const tested = httpRequest(instance, { url, provideSslCertificates: true });
		tested.credentials = { ...tested.credentials, httpSslAuth: { id, name } };
		expect(errorOf(await runNode(instance, tested))).toContain("Switch off 'SSL Certificates'");
	});

	// the expression is the one that docs/credentials.md warns of
	it('tells nothing where its allowed domains are None, and the node of this package goes on', async () => {
		const { id, name, type } = await instance.createCredential(
			{ name: 'Shared' },
			{ ...keysOf(instance.cashfree), allowedHttpRequestDomains: 'none' },
		);
		const credential = { id, name, type };
		const url = `${instance.cashfree.url}/nowhere`;
		const request = { ...httpRequest({ credential }, { url }), onError: 'continueRegularOutput' };
		const value = "={{ $json.error.cause?.options.headers['x-client-secret'] }}";
		const assignments = { assignments: [{ id: '1', name: 'read', value, type: 'string' }] };
		const read = node('Read', 'n8n-nodes-base.set', { assignments }, { typeVersion: 3.4 });
		const start = node('Start', 'n8n-nodes-base.manualTrigger');
		const ours = cashfree({ verificationId: 'shared-keys', phone: '9988776655' });
		const workflow = chain('Shared keys', [start, ours, request, read], credential);
		const saved = await instance.rest.createWorkflow(workflow);
		const execution = await instance.rest.runWorkflow(saved, { trigger: 'Start' });
		expect(outputOf(execution, ours.name)).toMatchObject([{ verification_id: 'shared-keys' }]);
		expect(JSON.stringify(execution)).toContain('prevent use within an HTTP Request');
		expect(JSON.stringify(execution)).not.toContain(instance.cashfree.clientSecret);
	});
});
