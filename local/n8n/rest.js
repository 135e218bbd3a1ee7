const { randomUUID } = require('node:crypto');
const { setTimeout: sleep } = require('node:timers/promises');
const axios = require('axios').default;
const { goesOn, readExecution } = require('./execution');
const { waitForPublication } = require('./publication');

/** @typedef {import('./examples').Workflow} Workflow */
/** @typedef {Workflow & { id: string, versionId: string, active: boolean }} SavedWorkflow */

/** @typedef {import('./execution').Execution} Execution */

/** The REST API of a running n8n, as its editor uses it. Every method throws what n8n answers. */
class N8nRest {
	#cookie = '';
	#http;

	/** @param {string} url of n8n, without a slash at the end */
	constructor(url) {
		// n8n ties a login to the browser that made it.
		const headers = { 'browser-id': randomUUID() };
		this.#http = axios.create({
			baseURL: `${url}/rest`,
			headers,
			proxy: false,
			timeout: 60_000,
			maxRedirects: 0,
			validateStatus: () => true,
		});
	}

	/**
	 * @param {'GET' | 'POST' | 'PATCH' | 'DELETE'} method
	 * @param {string} path below `/rest`
	 * @param {object} [body]
	 * @returns {Promise<any>} the `data` of n8n's answer
	 * @throws where n8n answers with another status than 2xx, with its message
	 */
	async request(method, path, body) {
		const headers = { Cookie: this.#cookie };
		const response = await this.#http.request({ method, url: path, data: body, headers });
		const { status, data } = response;
		if (status < 200 || status > 299) {
			const message = data?.message ?? JSON.stringify(data);
			const text = `n8n answered ${method} /rest${path} with ${status}: ${message}`;
			throw Object.assign(new Error(text), { status });
		}
		const cookie = response.headers['set-cookie']?.find((text) => text.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.split(';')[0];
		return data?.data;
	}

	/**
	 * Makes the owner account of a fresh n8n and signs in with it.
	 * @param {{ email: string, password: string, firstName?: string, lastName?: string }} owner
	 * the password has 8 to 64 characters, a digit and a capital among them
	 */
	async setUpOwner({ firstName = 'Local', lastName = 'Owner', ...account }) {
		await this.request('POST', '/owner/setup', { firstName, lastName, ...account });
	}

	/** @param {{ email: string, password: string }} account */
	async signIn({ email, password }) {
		await this.request('POST', '/login', { emailOrLdapLoginId: email, email, password });
	}

	/**
	 * @param {{ name: string, type: string, data: Record<string, unknown> }} credential
	 * @returns {Promise<{ id: string, name: string, type: string }>}
	 */
	async createCredential(credential) {
		return await this.request('POST', '/credentials', credential);
	}

	/**
	 * Runs the test of the credential dialog.
	 * @param {{ id: string, name: string, type: string, data: Record<string, unknown> }} credential
	 * a stored one, with the fields as they stand in the dialog
	 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
	 */
	async testCredential(credential) {
		return await this.request('POST', '/credentials/test', { credentials: credential });
	}

	/**
	 * @param {Workflow} workflow
	 * @returns {Promise<SavedWorkflow>}
	 */
	async createWorkflow({ name, nodes, connections, settings = {}, pinData = {} }) {
		const body = { name, nodes, connections, settings, pinData, active: false };
		return await this.request('POST', '/workflows', body);
	}

	/**
	 * Switches a workflow on and waits until its triggers work.
	 * @param {SavedWorkflow} workflow
	 * @throws with n8n's reason where a trigger cannot be switched on
	 */
	async activateWorkflow({ id, versionId }) {
		await this.request('POST', `/workflows/${id}/activate`, { versionId });
		await waitForPublication(this, id);
	}

	/**
	 * Switches a workflow off and waits until its triggers are gone.
	 * @param {{ id: string }} workflow
	 */
	async deactivateWorkflow({ id }) {
		await this.request('POST', `/workflows/${id}/deactivate`, {});
		await waitForPublication(this, id);
	}

	/**
	 * Starts a workflow from its trigger, as the editor's button does.
	 * @param {SavedWorkflow} workflow
	 * @param {string} trigger name of the trigger node
	 * @returns {Promise<string>} the execution's ID
	 */
	async startWorkflow(workflow, trigger) {
		const body = { workflowData: workflow, triggerToStartFrom: { name: trigger } };
		return (await this.request('POST', `/workflows/${workflow.id}/run`, body)).executionId;
	}

	/**
	 * Runs a workflow from its trigger, as the editor's button does, and waits for the end.
	 * @param {SavedWorkflow} workflow
	 * @param {{ trigger: string, timeoutMs?: number, signal?: AbortSignal }} options name of the
	 * trigger node; how long to wait, default two minutes
	 * @returns {Promise<Execution>} whether it succeeded or not
	 */
	async runWorkflow(workflow, { trigger, timeoutMs, signal }) {
		const executionId = await this.startWorkflow(workflow, trigger);
		return await this.waitForExecution(executionId, { timeoutMs, signal });
	}

	/**
	 * Waits until an execution has ended and n8n has stored its data, which some versions do a moment
	 * later: until then n8n 1.123 gives none, and n8n 2.20 answers with 500.
	 * @param {string} id
	 * @param {{ timeoutMs?: number, signal?: AbortSignal }} [options] default two minutes
	 * @returns {Promise<Execution>} whether it succeeded or not
	 */
	async waitForExecution(id, { timeoutMs = 120_000, signal } = {}) {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			let reason = new Error(`Execution ${id} does not come to an end.`);
			try {
				const execution = await this.getExecution(id);
				if (!goesOn(execution)) return execution;
			} catch (error) {
				if (/** @type {any} */ (error).status !== 500) throw error;
				reason = /** @type {Error} */ (error);
			}
			if (Date.now() > deadline) throw reason;
			await sleep(100, undefined, { signal });
		}
	}

	/**
	 * @param {string} id
	 * @returns {Promise<Execution>}
	 */
	async getExecution(id) {
		return readExecution(await this.request('GET', `/executions/${id}`));
	}

	/**
	 * @param {{ workflowId?: string, status?: string[] }} [filter]
	 * @returns {Promise<Execution[]>} the newest hundred, without their data
	 */
	async getExecutions(filter = {}) {
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: '100' });
		const { results } = await this.request('GET', `/executions?${query}`);
		return results;
	}
}

module.exports = { N8nRest };
