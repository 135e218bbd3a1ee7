import { setTimeout as sleep } from 'node:timers/promises';
import type { Credential, Workflow } from './examples';
import { goesOn, readExecution } from './execution';
import type { Execution, PackedExecution } from './execution';
import { waitForPublication } from './publication';
import { RestClient, RestError } from './restClient';

export interface SavedWorkflow extends Workflow {
	id: string;
	versionId: string;
	active: boolean;
}

interface Account {
	email: string;
	/** 8 to 64 characters, a digit and a capital among them */
	password: string;
}

/** A credential as its dialog holds it. */
interface CredentialData {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

interface Waiting {
	/** how long to wait; default two minutes */
	timeoutMs?: number | undefined;
	/** ends the waiting when aborted */
	signal?: AbortSignal | undefined;
}

/** The REST API of a running n8n, as its editor uses it. Every method throws what n8n answers. */
export class N8nRest extends RestClient {
	/** Makes the owner account of a fresh n8n and signs in with it. */
	async setUpOwner(account: Account) {
		const owner = { firstName: 'Local', lastName: 'Owner', ...account };
		await this.request('POST', '/owner/setup', owner);
	}

	async signIn({ email, password }: Account) {
		await this.request('POST', '/login', { emailOrLdapLoginId: email, email, password });
	}

	async createCredential(credential: CredentialData): Promise<Credential> {
		return await this.request('POST', '/credentials', credential);
	}

	/**
	 * Runs the test of the credential dialog.
	 * @param credential a stored one, with the fields as they stand in the dialog
	 */
	async testCredential(
		credential: CredentialData & { id: string },
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.request('POST', '/credentials/test', { credentials: credential });
	}

	async createWorkflow(workflow: Workflow): Promise<SavedWorkflow> {
		const { name, nodes, connections, settings = {}, pinData = {} } = workflow;
		const body = { name, nodes, connections, settings, pinData, active: false };
		return await this.request('POST', '/workflows', body);
	}

	/**
	 * Switches a workflow on and waits until its triggers work.
	 * @throws with n8n's reason where a trigger cannot be switched on
	 */
	async activateWorkflow({ id, versionId }: SavedWorkflow) {
		await this.request('POST', `/workflows/${id}/activate`, { versionId });
		await waitForPublication((...call) => this.request(...call), id);
	}

	/** Switches a workflow off and waits until its triggers are gone. */
	async deactivateWorkflow({ id }: { id: string }) {
		await this.request('POST', `/workflows/${id}/deactivate`, {});
		await waitForPublication((...call) => this.request(...call), id);
	}

	/**
	 * Starts a workflow from its trigger, as the editor's button does.
	 * @param trigger name of the trigger node
	 * @returns the execution's ID
	 */
	async startWorkflow(workflow: SavedWorkflow, trigger: string): Promise<string> {
		const body = { workflowData: workflow, triggerToStartFrom: { name: trigger } };
		const path = `/workflows/${workflow.id}/run`;
		return (await this.request<{ executionId: string }>('POST', path, body)).executionId;
	}

	/**
	 * Runs a workflow from its trigger, as the editor's button does, and waits for the end.
	 * @param options `trigger`: name of the trigger node
	 * @returns whether it succeeded or not
	 */
	async runWorkflow(
		workflow: SavedWorkflow,
		{ trigger, ...waiting }: Waiting & { trigger: string },
	): Promise<Execution> {
		const executionId = await this.startWorkflow(workflow, trigger);
		return await this.waitForExecution(executionId, waiting);
	}

	/**
	 * Waits until an execution has ended and n8n has stored its data, which some versions do a moment
	 * later: until then n8n 1.123 gives none, and n8n 2.20 answers with 500.
	 * @returns whether it succeeded or not
	 */
	async waitForExecution(
		id: string,
		{ timeoutMs = 120_000, signal }: Waiting = {},
	): Promise<Execution> {
		const deadline = Date.now() + timeoutMs;
		for (;;) {
			let reason = new Error(`Execution ${id} does not come to an end.`);
			try {
				const execution = await this.getExecution(id);
				if (!goesOn(execution)) return execution;
			} catch (error) {
				if (!(error instanceof RestError) || error.status !== 500) throw error;
				reason = error;
			}
			if (Date.now() > deadline) throw reason;
			await sleep(100, undefined, { signal });
		}
	}

	async getExecution(id: string): Promise<Execution> {
		return readExecution(await this.request<PackedExecution>('GET', `/executions/${id}`));
	}

	/** @returns the newest hundred, without their data */
	async getExecutions(
		filter: { workflowId?: string; status?: string[] } = {},
	): Promise<Execution[]> {
		const query = new URLSearchParams({ filter: JSON.stringify(filter), limit: '100' });
		const path = `/executions?${query}`;
		return (await this.request<{ results: Execution[] }>('GET', path)).results;
	}
}
