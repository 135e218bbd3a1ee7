import { credentialFor, startCashfree } from '../../support/cashfreeWorkflow';
import { behindProxy, startImpostor, startProxy } from '../../support/proxies';
import type { Cashfree } from './dialog';
import { keyPair } from './dialog';
import { sendFromAnotherNode } from './requestNode';

let cashfree: Cashfree;
let impostor: Awaited<ReturnType<typeof startImpostor>>;
beforeAll(async () => {
	cashfree = await startCashfree({ keyPair });
	impostor = await startImpostor();
});
afterEach(() => {
	cashfree.reset();
	impostor.read.length = 0;
});
afterAll(async () => {
	await cashfree.close();
	await impostor.close();
});

const portOf = (url: string) => Number(new URL(url).port);
const gateway = 'https://kyc-gateway.invented.example/verification';

describe.each(['newer', 'older'] as const)('through n8n’s %s request helper', (helper) => {
	const send = async (address: string, options: object) => {
		const where = helper === 'older' ? { uri: `${address}/user` } : { url: `${address}/user` };
		const credential = credentialFor(cashfree, { baseUrl: address });
		return await sendFromAnotherNode(helper, { ...where, ...options }, credential);
	};

	it.each([
		['a proxy', () => ({ proxy: impostor.url })],
		['a proxy in parts', () => ({ proxy: { host: '127.0.0.1', port: portOf(impostor.url) } })],
		['a proxy, certificates unchecked', () => ({ proxy: impostor.url, ...unchecked })],
		['a proxy whose certificate is trusted', () => ({ proxy: impostor.url, ...trusted() })],
	])('an impostor behind %s of the request sees nothing', async (_what, options) => {
		const results = [await send(cashfree.url, options()), await send(gateway, options())];
		expect(impostor.read).toEqual([]);
		for (const result of results) {
			expect(result.status).toBe('error');
			expect(result.error?.message).toContain('so the request was not sent. Remove');
			expect(result.saved() + result.logs.join()).not.toContain(cashfree.clientSecret);
		}
		expect(cashfree.requests).toEqual([]);
	});

	const unchecked = { rejectUnauthorized: false, skipSslCertificateValidation: true };
	const trusted = () => ({ agentOptions: { ca: impostor.certificate.cert } });

	it('no request goes out whose certificate would not be checked', async () => {
		for (const options of [unchecked, trusted()]) {
			const result = await send(gateway, options);
			expect(result.error?.message).toMatch(
				/so the request was not sent\. Switch off '(Ignore )?SSL/,
			);
		}
	});

	it('a proxy of n8n’s environment is used', async () => {
		const proxy = await startProxy();
		const request = { method: 'POST', body: { phone: '9988776655' }, json: true };
		const result = await behindProxy(proxy.url, async () => await send(cashfree.url, request));
		await proxy.close();
		expect(result.status).toBe('success');
		expect(proxy.passed).toEqual([`POST ${cashfree.url}/user`]);
		expect(cashfree.requests).toMatchObject([
			{ operation: 'POST /user', signed: true, status: 200 },
		]);
	});
});
