import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { startCashfree } from '../../../local/cashfree';
import type { Cashfree } from '../../../local/cashfree';
import { installPackage } from '../../../local/n8n/communityPackage';
import type { Credential } from '../../../local/n8n/examples';
import type { N8nRest } from '../../../local/n8n/rest';
import type { Runtime } from '../../../local/n8n/runtime';
import { startN8n } from '../../../local/n8n/server';
import type { N8n } from '../../../local/n8n/server';
import { requireContext } from './context';

export const encryptionKey = 'e2e-encryption-key';
export const owner = { email: 'owner@example.com', password: 'Builder1Password' };
export const credentialType = 'cashfreeSecureIdApi';

/** What the keys of a local Cashfree server look like in the credential, with signed requests. */
export function keysOf({
	url,
	clientId,
	clientSecret,
	publicKey,
}: Cashfree): Record<string, string> {
	const keys = { clientId, clientSecret, twoFactorMethod: 'publicKey', publicKey };
	return { environment: 'custom', baseUrl: url, apiVersion: '2024-12-01', ...keys };
}

/**
 * What a browser does beside the REST API: types, icons, forms, webhooks. Answers come as they are.
 *
 * @param url of n8n
 * @returns signed in as the owner
 */
async function openHttp(url: string): Promise<AxiosInstance> {
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
	http.defaults.headers.common.Cookie = headers['set-cookie']?.[0]?.replace(/;.*/, '') ?? '';
	return http;
}

/**
 * A real n8n with the packed package installed as a user has it, an owner account, a local Cashfree
 * server and the credential for it. The tarball and n8n's version come from `run.ts`.
 */
export class Instance {
	runtime!: Runtime;

	folder!: string;

	cashfree!: Cashfree;

	n8n!: N8n;

	url!: string;

	rest!: N8nRest;

	http!: AxiosInstance;

	credential!: Credential;

	/** @param env further settings of n8n */
	constructor(readonly env: Record<string, string>) {}

	async start() {
		const { tarball, runtime, folder } = requireContext();
		this.runtime = runtime;
		this.folder = await mkdtemp(join(folder, 'n8n-'));
		this.cashfree = await startCashfree();
		await this.installAndStartN8n(tarball);
		await this.rest.setUpOwner(owner);
		this.http = await openHttp(this.url);
		const credential = { name: 'Local Cashfree', type: credentialType };
		this.credential = await this.createCredential(credential, keysOf(this.cashfree));
	}

	async installAndStartN8n(tarball: string) {
		await installPackage({ tarball, userFolder: this.folder });
		await this.startN8n();
	}

	async startN8n(port?: number) {
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

	async createCredential(
		{ name, type = credentialType }: { name: string; type?: string },
		data: Record<string, unknown>,
	) {
		return await this.rest.createCredential({ name, type, data });
	}

	/** @returns all that n8n printed since its first start */
	async readLog(): Promise<string> {
		return await readFile(this.n8n.logFile, 'utf8');
	}

	async stop() {
		await this.n8n?.stop();
		await this.cashfree?.close();
		if (this.folder) await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

export async function started<T extends Instance>(instance: T): Promise<T> {
	try {
		await instance.start();
		return instance;
	} catch (error) {
		await instance.stop();
		throw error;
	}
}

/** @param env further settings of n8n, as environment variables */
export const startInstance = async (env: Record<string, string> = {}): Promise<Instance> =>
	await started(new Instance(env));
