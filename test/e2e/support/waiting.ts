import { setTimeout as sleep } from 'node:timers/promises';
import type { N8nRest } from '../../../local/n8n/rest';

/**
 * Asks again and again until there is an answer.
 *
 * @param what is waited for, for the message when it does not come
 * @param patience milliseconds
 * @returns the first answer that is not undefined
 */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined>,
	patience: number = 30_000,
): Promise<T> {
	const deadline = Date.now() + patience;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`This did not come about: ${what}`);
		await sleep(100);
	}
}

/**
 * Waits until a workflow has run some times and none of its executions goes on, and gives what they
 * hold, oldest first.
 *
 * @param count how many executions there have to be at least
 */
export async function executionsOf(
	rest: N8nRest,
	{ id: workflowId }: { id: string },
	count: number,
) {
	const ended = await until(`${count} ended executions`, async () => {
		const all = await rest.getExecutions({ workflowId });
		const done = all.filter(({ status }) => ['success', 'error', 'crashed'].includes(status));
		return done.length >= count && done.length === all.length ? done : undefined;
	});
	const oldestFirst = ended.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
	return await Promise.all(oldestFirst.map(async (id) => await rest.waitForExecution(id)));
}
