import { startCashfree } from '../../support/cashfreeWorkflow';
import { behindProxy, startProxy, startRefusingProxy } from '../../support/proxies';
import { startRawServer } from '../../support/rawServer';
import { keyPair, refused, resultFor } from './dialog';
import type { Cashfree } from './dialog';

let cashfree: Cashfree;
beforeAll(async () => {
	cashfree = await startCashfree({ keyPair });
});
afterEach(() => cashfree.reset());
afterAll(async () => await cashfree.close());

describe('the test of the credential names the proxy', () => {
	const through = async (status: number, headers = {}, changes = {}) => {
		const proxy = await startRefusingProxy(status, headers);
		const result = await behindProxy(proxy.url, async () => await resultFor(cashfree, changes));
		await proxy.close();
		expect(cashfree.requests).toEqual([]);
		return result;
	};
	const { host } = new URL('https://sandbox.cashfree.com');

	it('that requires a user name and password', async () => {
		for (const changes of [{ environment: 'sandbox' }, {}]) {
			const { status, message } = await through(407, { 'proxy-authenticate': 'Basic' }, changes);
			expect(status).toBe('Error');
			expect(message).toMatch(
				/^A proxy or firewall between this n8n and \S+ requires a user name and password \(HTTP 407\), and Cashfree was not asked\. Write them into HTTPS_PROXY/,
			);
		}
	});

	it('that lets nobody through to Cashfree, by the name that it gives itself', async () => {
		const headers = { via: '1.1 proxy-3.office.example:3128 (squid/6.6)' };
		expect(await through(403, headers, { environment: 'sandbox' })).toEqual(
			refused(
				`A proxy or firewall (proxy-3.office.example:3128) between this n8n and ${host} refused the request (HTTP 403): this is no answer of Cashfree's. Ask those who run it to let this n8n connect to ${host}`,
			),
		);
	});

	it('but Cashfree where it is Cashfree that refuses, through a proxy', async () => {
		cashfree.set({ twoFactor: 'ipWhitelist', allowedIps: [] });
		const proxy = await startProxy();
		const result = await behindProxy(proxy.url, async () => await resultFor(cashfree));
		await proxy.close();
		expect(result.message).toContain('is not whitelisted');
		expect(proxy.passed).toHaveLength(1);
	});

	it('or firewall whose page stands in for the answer', async () => {
		const page = '<p>Signature missing</p>';
		const firewall = await startRawServer({ status: 403, body: page });
		const result = await resultFor(cashfree, { baseUrl: firewall.url });
		await firewall.close();
		expect(result.message).toMatch(/^A proxy or firewall between this n8n and 127/);
	});
});
