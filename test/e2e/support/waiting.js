const { setTimeout: sleep } = require('node:timers/promises');

/**
 * Asks again and again until there is an answer.
 *
 * @template T
 * @param {string} what is waited for, for the message when it does not come
 * @param {() => Promise<T | undefined>} ask
 * @param {number} [patience] milliseconds
 * @returns {Promise<T>} the first answer that is not undefined
 */
async function until(what, ask, patience = 30_000) {
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
 * @param {import('../../../local/n8n/rest').N8nRest} rest
 * @param {{ id: string }} workflow
 * @param {number} count how many executions there have to be at least
 */
async function executionsOf(rest, { id: workflowId }, count) {
	const ended = await until(`${count} ended executions`, async () => {
		const all = await rest.getExecutions({ workflowId });
		const done = all.filter(({ status }) => ['success', 'error', 'crashed'].includes(status));
		return done.length >= count && done.length === all.length ? done : undefined;
	});
	const oldestFirst = ended.map(({ id }) => id).sort((a, b) => Number(a) - Number(b));
	return await Promise.all(oldestFirst.map(async (id) => await rest.waitForExecution(id)));
}

module.exports = { executionsOf, until };
