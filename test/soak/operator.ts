import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../local/n8n/execution';
import type { SavedWorkflow } from '../../local/n8n/rest';
import type { Stage } from './stage';

/** What the person who looks after n8n has done. */
export interface Operated {
	/** the verification ID of each execution retried from n8n's list, where it has one */
	retried: Array<string | undefined>;
	/** the verification ID of each form that was filled in again */
	submitted: string[];
	/** the workflow of each execution that a killed worker had under way, of which n8n keeps no data */
	cutOff: SavedWorkflow[];
}

/** How n8n names an execution whose worker died. A retry of it would do nothing, and succeed. */
const isCutOff = (message: string) => message.includes('failed to be processed too many times');

const waitId = /wait-\d+/;

/**
 * Does what the guides say about executions that failed: retries them from n8n's list, but for those
 * that a dying worker has cut off. A form without a link, or without an outcome, is filled in again.
 */
export class Operator {
	readonly done: Operated = { retried: [], submitted: [], cutOff: [] };
	#seen = new Set<string>();
	#working = true;

	constructor(
		private readonly stage: Stage,
		private readonly say: (text: string) => void,
	) {}

	/** Goes on until `leave` is called. */
	async work() {
		while (this.#working) {
			// While its database is away, n8n cannot say.
			await this.look().catch(() => 0);
			await sleep(5_000);
		}
	}

	leave() {
		this.#working = false;
	}

	/** @returns how many failed executions were new */
	async look(): Promise<number> {
		const { start, resume, archive, events } = this.stage;
		let count = 0;
		for (const workflow of [start.workflow, resume, archive, events]) {
			for (const failed of await this.#failedOf(workflow)) {
				const execution = await this.stage.instance.rest.getExecution(failed.id);
				// Before anything is started, whose answer may get lost.
				this.#seen.add(failed.id);
				await this.#mend(execution, workflow);
				count += 1;
			}
		}
		return count;
	}

	/** Fills a form in again, with the same verification ID. */
	async submitAgain(verificationId: string) {
		this.say(`The form of ${verificationId} is filled in again`);
		this.done.submitted.push(verificationId);
		// While its database is away, n8n takes none; somebody comes back to it.
		await this.stage.start.submit(verificationId).catch(() => {});
	}

	async #failedOf({ id: workflowId }: SavedWorkflow): Promise<Execution[]> {
		const status = ['error', 'crashed'];
		const failed = await this.stage.instance.rest.getExecutions({ workflowId, status });
		return failed.filter(({ id }) => !this.#seen.has(id));
	}

	async #mend(execution: Execution, workflow: SavedWorkflow) {
		const { rest } = this.stage.instance;
		const { id } = execution;
		const message = execution.data?.resultData.error?.message ?? execution.status;
		this.say(`Execution ${id} of "${workflow.name}" failed: ${message}`);
		if (isCutOff(message)) return void this.done.cutOff.push(workflow);
		const [verificationId] = waitId.exec(JSON.stringify(execution.data ?? '')) ?? [];
		this.done.retried.push(verificationId);
		// The answer comes when the retry has ended, which nobody waits for.
		void rest
			.request('POST', `/executions/${id}/retry`, { loadWorkflow: false })
			.catch((error: Error) =>
				this.say(`Retrying execution ${id}: ${error.message.slice(0, 200)}`),
			);
	}
}
