import fc from 'fast-check';
import { sign } from '../../../credentials/sign';
import { clientSecret, now, url, whitelisted } from './keys';

const signed = (request: object) => sign(whitelisted, { url, ...request }, now);
const refusal = (what: string, advice: string) =>
	`This Cashfree Secure ID API credential signs no request with ${what}, which could carry its keys elsewhere, so the request was not sent. ${advice}`;

const removeProxy =
	"Remove 'Proxy' from the options of the node. n8n's own proxy (HTTPS_PROXY) is used";
const checkCertificates = "Switch off 'Ignore SSL Issues (Insecure)' in the options of the node";
const ownCertificates = "Switch off 'SSL Certificates' in the node";

describe('a request that could end elsewhere is not signed:', () => {
	it.each([
		['proxy', 'http://impostor.example:3128', removeProxy],
		['proxy', { protocol: 'http', host: '127.0.0.1', port: 3128 }, removeProxy],
		['proxy', Object.create({ host: '127.0.0.1' }), removeProxy],
		['rejectUnauthorized', false, checkCertificates],
		['rejectUnauthorized', 0, checkCertificates],
		['rejectUnauthorized', 'false', checkCertificates],
		['skipSslCertificateValidation', true, checkCertificates],
		['agentOptions', { ca: 'PEM' }, ownCertificates],
		['agentOptions', { cert: 'PEM', key: 'PEM' }, ownCertificates],
		['agentOptions', { rejectUnauthorized: false }, ownCertificates],
		['agentOptions', { servername: 'impostor.example' }, ownCertificates],
		['agentOptions', { ciphers: 'aNULL' }, ownCertificates],
		['agentOptions', { proxyEnv: { HTTPS_PROXY: 'http://127.0.0.1:1' } }, ownCertificates],
	])('%s %j', (name, value, advice) => {
		const send = () => signed({ [name]: value });
		expect(send).toThrow(refusal(`the option '${name}'`, advice));
		expect(send).not.toThrow(clientSecret);
	});

	it.each([
		...['tunnel', 'agent', 'agents', 'agentClass', 'httpAgent', 'httpsAgent', 'dispatcher'],
		...['adapter', 'transport', 'fetchOptions', 'createConnection', 'lookup', 'socketPath'],
		...['host', 'hostname', 'port', 'servername', 'checkServerIdentity', 'secureContext'],
		...['insecure', 'ca', 'cert', 'key', 'pfx'],
	])('%s', (name) => {
		const send = () => signed({ [name]: () => 'anything' });
		expect(send).toThrow(refusal(`the option '${name}'`, `Remove '${name}'`));
		expect(() => signed({ [name]: ['anything'] })).toThrow(name);
	});

	it('several options, each named once', () => {
		const request = { rejectUnauthorized: false, skipSslCertificateValidation: true, proxy: 'a' };
		const names = "the option 'rejectUnauthorized' and 'skipSslCertificateValidation' and 'proxy'";
		const advice = `${checkCertificates}. ${removeProxy}`;
		expect(() => signed(request)).toThrow(refusal(names, advice));
	});

	it('strictSSL false', () => {
		expect(() => signed({ strictSSL: false })).toThrow("the option 'strictSSL'");
	});

	it.each(['TRACE', 'trace', 'Track', 'CONNECT'])('the method %s', (method) => {
		expect(() => signed({ method })).toThrow(
			refusal(`the method ${method.toUpperCase()}`, "Choose another 'Method' in the node"),
		);
	});

	it.each(['Host', 'HOST', 'host', 'X-Forwarded-Host', 'X-Original-Host', 'Forwarded'])(
		'the header %s of another server',
		(name) => {
			for (const value of ['impostor.example', 'sandbox.cashfree.com.impostor.example', '', null]) {
				expect(() => signed({ headers: { Accept: '*/*', [name]: value } })).toThrow(
					refusal(`the header '${name}'`, `Remove the header '${name}' from the node`),
				);
			}
		},
	);
});

describe('a request is signed', () => {
	it('with what n8n sets in each, from its first versions with this node to the newest', () => {
		const httpRequestNode = {
			...{ headers: {}, method: 'POST', uri: url, gzip: true, rejectUnauthorized: true },
			...{ followRedirect: true, followAllRedirects: true, maxRedirects: 21, timeout: 300_000 },
			...{ resolveWithFullResponse: true, sendCredentialsOnCrossOriginRedirect: true },
			...{
				allowedDomains: undefined,
				encoding: null,
				json: false,
				useStream: true,
				agentOptions: {},
			},
		};
		const declarative = {
			...{
				baseURL: url,
				skipSslCertificateValidation: false,
				proxy: undefined,
				arrayFormat: 'repeat',
			},
			...{ returnFullResponse: true, ignoreHttpStatusErrors: true, encoding: 'arraybuffer' },
		};
		for (const request of [httpRequestNode, declarative]) {
			expect(signed(request).headers).toMatchObject({ 'x-client-secret': clientSecret });
		}
	});

	it.each([undefined, null, false, '', '  ', 0, {}, []])(
		'with options that say nothing: %j',
		(value) => {
			const names = ['proxy', 'tunnel', 'agent', 'agentOptions', 'ca', 'socketPath', 'insecure'];
			const request = Object.fromEntries(names.map((name) => [name, value]));
			expect(signed({ ...request, agentOptions: { ca: value } })).toMatchObject({ headers: {} });
		},
	);

	it('with an agent that keeps its connections, and checks certificates', () => {
		const agentOptions = { keepAlive: true, maxSockets: 5, rejectUnauthorized: true };
		expect(signed({ agentOptions, strictSSL: true })).toMatchObject({ agentOptions });
	});

	it('with the name of its own server in a header', () => {
		const headers = { Host: 'sandbox.cashfree.com' };
		expect(signed({ headers }).headers).toMatchObject(headers);
	});

	it('with an option of a later n8n that is not known today', () => {
		const known = /^(url|uri|baseURL|headers|method|agentOptions)$/;
		const name = fc.stringMatching(/^[a-z]{12,20}$/).filter((text) => !known.test(text));
		fc.assert(
			fc.property(name, fc.anything(), (option, value) => {
				expect(signed({ [option]: value }).headers).toHaveProperty('x-client-secret');
			}),
		);
	});
});
