import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../local/n8n/execution';
import type { SavedWorkflow } from '../../local/n8n/rest';
import type { Stage } from './stage';

/** What the person who looks after n8n has done. */
export interface Operated {
	/** executions retried from n8n's list */
	retried: number;
	/** the verification ID of each form that was filled in again */
	submitted: string[];
}

/** A node of it stopped with an error; otherwise its process was cut off. */
const isStopped = ({ data }: Execution) =>
	data?.resultData.error !== undefined && 'node' in data.resultData.error;

const waitId = /wait-\d+/;

/**
 * Does what the guides say about executions that failed: retries them from n8n's list. One that
 * waits for its outcome and was cut off is started again with the same verification ID.
 */
export class Operator {
	readonly done: Operated = { retried: 0, submitted: [] };
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
				await this.#mend(failed, workflow);
				this.#seen.add(failed.id);
				count += 1;
			}
		}
		return count;
	}

	async #failedOf({ id: workflowId }: SavedWorkflow): Promise<Execution[]> {
		const status = ['error', 'crashed'];
		const failed = await this.stage.instance.rest.getExecutions({ workflowId, status });
		return failed.filter(({ id }) => !this.#seen.has(id));
	}

	async #mend({ id }: Execution, { name }: SavedWorkflow) {
		const { rest } = this.stage.instance;
		const execution = await rest.getExecution(id);
		const message = execution.data?.resultData.error?.message ?? execution.status;
		this.say(`Execution ${id} of "${name}" failed: ${message}`);
		const [verificationId] = waitId.exec(JSON.stringify(execution.data ?? '')) ?? [];
		if (name === this.stage.start.workflow.name && !isStopped(execution) && verificationId) {
			this.done.submitted.push(verificationId);
			await this.stage.start.submit(verificationId);
			return;
		}
		this.done.retried += 1;
		// The answer comes when the retry has ended, which nobody waits for.
		void rest
			.request('POST', `/executions/${id}/retry`, { loadWorkflow: false })
			.catch((error: Error) =>
				this.say(`Retrying execution ${id}: ${error.message.slice(0, 200)}`),
			);
	}
}
