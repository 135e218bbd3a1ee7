import { credentialFor, startCashfree } from '../../support/cashfreeWorkflow';
import type { Cashfree } from './dialog';
import { keyPair } from './dialog';
import { sendFromAnotherNode } from './requestNode';

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
			expect(result.output('Any Request')[0]?.json.answer).toMatchObject(body);
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
				`This Cashfree Secure ID API credential is for ${cashfree.origin} only`,
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
