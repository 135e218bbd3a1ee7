const fs = require('node:fs/promises');
const { until } = require('./waiting');
const { cashfree, chain, node } = require('./workflows');

/** @typedef {import('./queue').QueueInstance} QueueInstance */

const parameters = { verificationId: '={{ $json.id }}', phone: '={{ $json.phone }}' };

/**
 * Leads that no other call gives, in parts, one for each run.
 *
 * @param {string} name starts each verification ID
 * @param {{ runs: number, items: number }} size how many runs, and items in each
 * @returns {{ id: string, phone: string }[][]}
 */
const leadsInParts = (name, { runs, items }) =>
	Array.from({ length: runs }, (_run, run) =>
		Array.from({ length: items }, (_item, item) => {
			const number = String(run * items + item).padStart(4, '0');
			return { id: `${name}-${number}`, phone: `990000${number}` };
		}),
	);

/**
 * Starts a run for each part, by hand, all at the same time, and does not wait for their end.
 *
 * @param {QueueInstance} instance
 * @param {object[][]} parts the items of each run
 * @returns {Promise<string[]>} the executions' IDs
 */
async function startRuns({ rest, credential }, parts) {
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

/**
 * @param {QueueInstance} instance
 * @param {string[]} ids
 * @returns {Promise<import('../../../local/n8n/execution').Execution[]>} all of them, ended
 */
async function endOfRuns({ rest }, ids) {
	const ended = async () => {
		const running = await rest.getExecutions({ status: ['new', 'running', 'waiting'] });
		return running.some(({ id }) => ids.includes(id)) ? undefined : true;
	};
	await until(`the end of the executions ${ids.join(', ')}`, ended, 300_000);
	return await Promise.all(ids.map(async (id) => await rest.getExecution(id)));
}

/**
 * @param {import('../../../local/n8n/server').N8n} worker
 * @returns {Promise<string[]>} IDs of the executions that it took from the queue
 */
async function runsOf({ logFile }) {
	const log = await fs.readFile(logFile, 'utf8');
	return [...log.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id);
}

module.exports = { endOfRuns, leadsInParts, runsOf, startRuns };
