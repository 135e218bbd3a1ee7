const fs = require('node:fs/promises');
const path = require('node:path');
const axios = require('axios');
const { startCashfree } = require('../../../local/cashfree');
const { installPackage } = require('../../../local/n8n/communityPackage');
const { startN8n } = require('../../../local/n8n/server');

const encryptionKey = 'e2e-encryption-key';
const owner = { email: 'owner@example.com', password: 'Builder1Password' };
const credentialType = 'cashfreeSecureIdApi';

/**
 * What the keys of a local Cashfree server look like in the credential, with signed requests.
 *
 * @param {import('../../../local/cashfree').Cashfree} cashfree
 * @returns {Record<string, string>}
 */
function keysOf({ url, clientId, clientSecret, publicKey }) {
	const keys = { clientId, clientSecret, twoFactorMethod: 'publicKey', publicKey };
	return { environment: 'custom', baseUrl: url, apiVersion: '2024-12-01', ...keys };
}

/**
 * What a browser does beside the REST API: types, icons, forms, webhooks. Answers come as they are.
 *
 * @param {string} url of n8n
 * @returns {Promise<import('axios').AxiosInstance>} signed in as the owner
 */
async function openHttp(url) {
	const http = axios.create({
		baseURL: url,
		headers: { 'browser-id': 'e2e' },
		proxy: false,
		maxRedirects: 0,
		validateStatus: () => true,
	});
	const { email, password } = owner;
	const { headers } = await http.post('/rest/login', {
		email,
		emailOrLdapLoginId: email,
		password,
	});
	http.defaults.headers.common.Cookie = headers['set-cookie'][0].split(';')[0];
	return http;
}

/**
 * A real n8n with the packed package installed as a user has it, an owner account, a local Cashfree
 * server and the credential for it. The tarball and n8n's version come from `run.js`.
 */
class Instance {
	/** @param {Record<string, string>} env further settings of n8n */
	constructor(env) {
		this.env = env;
	}

	async start() {
		const { tarball, runtime, folder } = JSON.parse(process.env.E2E ?? '{}');
		if (!tarball) throw new Error('Start these tests with: npm run test:e2e');
		this.runtime = runtime;
		this.folder = await fs.mkdtemp(path.join(folder, 'n8n-'));
		this.cashfree = await startCashfree();
		await this.installAndStartN8n(tarball);
		await this.rest.setUpOwner(owner);
		this.http = await openHttp(this.url);
		const credential = { name: 'Local Cashfree', type: credentialType };
		this.credential = await this.createCredential(credential, keysOf(this.cashfree));
		return this;
	}

	/** @param {string} tarball */
	async installAndStartN8n(tarball) {
		await installPackage({ tarball, userFolder: this.folder });
		await this.startN8n();
	}

	/** @param {number} [port] */
	async startN8n(port) {
		const { runtime, folder: userFolder, env } = this;
		this.n8n = await startN8n({ runtime, userFolder, encryptionKey, port, env });
		this.url = this.n8n.url;
		this.rest = this.n8n.rest;
	}

	/** Ends n8n and starts it again with the same data, at the same address. */
	async restart() {
		await this.n8n.stop();
		await this.startN8n(Number(new URL(this.url).port));
		await this.rest.signIn(owner);
		this.http = await openHttp(this.url);
	}

	/**
	 * @param {{ name: string, type?: string }} credential
	 * @param {Record<string, unknown>} data
	 */
	async createCredential({ name, type = credentialType }, data) {
		return await this.rest.createCredential({ name, type, data });
	}

	/** @returns {Promise<string>} all that n8n printed since its first start */
	async readLog() {
		return await fs.readFile(this.n8n.logFile, 'utf8');
	}

	async stop() {
		await this.n8n?.stop();
		await this.cashfree?.close();
		if (this.folder) await fs.rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

/**
 * @template {Instance} T
 * @param {T} instance
 * @returns {Promise<T>} started
 */
async function started(instance) {
	try {
		return await instance.start();
	} catch (error) {
		await instance.stop();
		throw error;
	}
}

/**
 * @param {Record<string, string>} [env] further settings of n8n, as environment variables
 * @returns {Promise<Instance>} started
 */
const startInstance = async (env = {}) => await started(new Instance(env));

module.exports = { Instance, credentialType, encryptionKey, keysOf, owner, startInstance, started };
