import { readFile } from 'node:fs/promises';
import type { Execution } from '../../../local/n8n/execution';
import type { N8n } from '../../../local/n8n/server';
import type { QueueInstance } from './queue';
import { until } from './waiting';
import { cashfree, chain, node } from './workflows';

const parameters = { verificationId: '={{ $json.id }}', phone: '={{ $json.phone }}' };

/**
 * Leads that no other call gives, in parts, one for each run.
 *
 * @param name starts each verification ID
 * @param size how many runs, and items in each
 */
export const leadsInParts = (
	name: string,
	{ runs, items }: { runs: number; items: number },
): { id: string; phone: string }[][] =>
	Array.from({ length: runs }, (_run, run) =>
		Array.from({ length: items }, (_item, item) => {
			const number = String(run * items + item).padStart(4, '0');
			return { id: `${name}-${number}`, phone: `990000${number}` };
		}),
	);

/**
 * Starts a run for each part, by hand, all at the same time, and does not wait for their end.
 *
 * @param parts the items of each run
 * @returns the executions' IDs
 */
export async function startRuns(
	{ rest, credential }: QueueInstance,
	parts: object[][],
): Promise<string[]> {
	const start = node('Start', 'n8n-nodes-base.manualTrigger');
	const workflow = chain('Links', [start, cashfree(parameters)], credential);
	const saved = await Promise.all(
		parts.map(async (items) => {
			const pinData = { Start: items.map((json) => ({ json })) };
			return await rest.createWorkflow({ ...workflow, pinData });
		}),
	);
	return await Promise.all(saved.map(async (each) => rest.startWorkflow(each, 'Start')));
}

/** @returns all of them, ended */
export async function endOfRuns({ rest }: QueueInstance, ids: string[]): Promise<Execution[]> {
	const ended = async () => {
		const running = await rest.getExecutions({ status: ['new', 'running', 'waiting'] });
		return running.some(({ id }) => ids.includes(id)) ? undefined : true;
	};
	await until(`the end of the executions ${ids.join(', ')}`, ended, 300_000);
	return await Promise.all(ids.map(async (id) => await rest.getExecution(id)));
}

/** @returns IDs of the executions that it took from the queue */
export async function runsOf({ logFile }: N8n): Promise<string[]> {
	const log = await readFile(logFile, 'utf8');
	return [...log.matchAll(/Worker started execution (\d+)/g)].map(([, id = '']) => id);
}
