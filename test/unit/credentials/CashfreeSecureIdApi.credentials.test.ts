import { NodeHelpers } from 'n8n-workflow';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { CashfreeSecureIdApi } from '../../../credentials/CashfreeSecureIdApi.credentials';
import { credentialFor, startCashfree } from '../../support/cashfree-workflow';
import type { Cashfree } from './dialog';
import { keyPair } from './dialog';
import { sendFromAnotherNode } from './requestNode';

const credential: ICredentialType = new CashfreeSecureIdApi();

describe('the form of the credential', () => {
	const properties = new Map(credential.properties.map((property) => [property.name, property]));
	const shownFor = (values: Record<string, string>) =>
		credential.properties
			.filter((property: INodeProperties) =>
				NodeHelpers.displayParameter(values, property, null, null),
			)
			.map(({ displayName }) => displayName);

	it('starts with the sandbox, the IP whitelist and the API version of the documentation', () => {
		const defaults = [...properties.values()].map(({ name, default: value }) => [name, value]);
		expect(Object.fromEntries(defaults)).toMatchObject({
			environment: 'sandbox',
			twoFactorMethod: 'ipWhitelist',
			apiVersion: '2024-12-01',
		});
	});

	it('asks for a base URL and a public key only where they count', () => {
		const always = [
			'Environment',
			'Client ID',
			'Client Secret',
			'Two-Factor Method',
			'API Version',
		];
		const simple = shownFor({ environment: 'production', twoFactorMethod: 'ipWhitelist' });
		expect(simple).toEqual(expect.arrayContaining(always));
		expect(simple).not.toContain('Base URL');
		expect(simple).not.toContain('Public Key');
		const all = shownFor({ environment: 'custom', twoFactorMethod: 'publicKey' });
		expect(all).toEqual(expect.arrayContaining([...always, 'Base URL', 'Public Key']));
	});

	it('hides the secrets while they are typed, and takes a public key of several lines', () => {
		for (const name of ['clientSecret', 'earlierClientSecrets']) {
			expect(properties.get(name)?.typeOptions).toEqual({ password: true });
		}
		expect(properties.get('publicKey')?.typeOptions?.rows).toBeGreaterThan(5);
	});

	it('leaves its test to the node, whose function can tell more outcomes apart', () => {
		expect(credential.test).toBeUndefined();
	});
});

describe('the credential in another node', () => {
	let cashfree: Cashfree;
	beforeAll(async () => {
		cashfree = await startCashfree({ keyPair });
	});
	afterEach(() => cashfree.reset());
	afterAll(async () => await cashfree.close());

	const address = (helper: string, path: string, origin = cashfree.url) =>
		helper === 'older' ? { uri: `${origin}${path}` } : { url: `${origin}${path}` };

	describe.each(['newer', 'older'] as const)('that uses n8n’s %s request helper', (helper) => {
		const send = async (request: object, changes = {}) =>
			await sendFromAnotherNode(helper, { ...request }, credentialFor(cashfree, changes));

		it('signs a request that Cashfree accepts', async () => {
			const body = { phone: '9988776655', user_id: 'lead-1' };
			const request = { ...address(helper, '/user'), method: 'POST', body, json: true };
			const result = await send({
				...request,
				headers: { 'X-Cf-Signature': 'old', Accept: '*/*' },
			});
			expect(result.status).toBe('success');
			expect(result.output('Any Request')[0].json.answer).toMatchObject(body);
			expect(cashfree.requests).toMatchObject([
				{ operation: 'POST /user', status: 200, headers: { 'x-api-version': '2024-12-01' } },
			]);
		});

		it('is refused for another address, with its message and before anything is sent', async () => {
			const other = await startCashfree({ keyPair });
			const result = await send(address(helper, '/user', other.url));
			await other.close();
			expect(result.status).toBe('error');
			expect(other.requests).toHaveLength(0);
			const shown = [result.error?.message, (result.error as { description?: string }).description];
			expect(shown.join(' ')).toContain(
				`This Cashfree Secure ID credential is for ${cashfree.origin} only`,
			);
			expect(result.saved() + result.logs.join()).not.toContain(cashfree.clientSecret);
		});

		it('follows no redirect', async () => {
			cashfree.faults.queue('redirect');
			const redirects = { followRedirect: true, followAllRedirects: true, maxRedirects: 5 };
			await send({ ...address(helper, '/vkyc?verification_id=a'), ...redirects });
			expect(cashfree.requests.map(({ path }) => path)).toEqual(['/verification/vkyc']);
		});

		it('sends the keys once, not twice, in a request that is repeated after a 401', async () => {
			const result = await send(address(helper, '/vkyc?verification_id=a'), {
				clientSecret: 'cfsk_other',
			});
			expect(result.status).toBe('error');
			expect(cashfree.requests.length).toBeGreaterThan(helper === 'newer' ? 1 : 0);
			for (const { status, signed, headers } of cashfree.requests) {
				expect({ status, signed }).toEqual({ status: 401, signed: true });
				expect(headers['x-client-id']).toBe(cashfree.clientId);
				expect(headers['x-api-version']).toBe('2024-12-01');
			}
		});
	});

	it('follows no redirect where the older helper is handed a url', async () => {
		cashfree.faults.queue('redirect');
		const url = `${cashfree.url}/vkyc?verification_id=a`;
		await sendFromAnotherNode('older', { url }, credentialFor(cashfree));
		expect(cashfree.requests.map(({ path }) => path)).toEqual(['/verification/vkyc']);
	});
});
