const { outputOf } = require('../../../local/n8n/execution');
const { newEvent } = require('./events');
const { executionsOf, until } = require('./waiting');

/** @typedef {import('./queue').QueueInstance} QueueInstance */

/** @param {number} count */
const newEvents = (count) => Array.from({ length: count }, () => newEvent());

/** @returns {string[]} the verification IDs of events, sorted */
const verificationIds = (events) => events.map(({ data }) => data.verification_id).sort();

/**
 * Delivers until it is taken or refused, as Cashfree does. On a busy machine n8n lets one wait too
 * long, or says with HTTP 503 that its database does not answer.
 *
 * @param {QueueInstance} instance
 * @param {string} url
 * @param {object} event
 * @param {object} [overrides] of the signature
 * @returns {Promise<number>} the answer's status
 */
async function deliver({ cashfree }, url, event, overrides) {
	return await until(
		'an answer to the delivery',
		async () => {
			const { status } = await cashfree.webhooks.deliver(url, event, overrides);
			return status === null || status === 503 ? undefined : status;
		},
		120_000,
	);
}

/**
 * @param {QueueInstance} instance
 * @param {import('../../../local/n8n/rest').SavedWorkflow} workflow
 * @returns {Promise<string[]>} its production URL at each of two webhook processes
 */
async function twoAddresses({ queue }, { nodes }) {
	while (queue.webhooks.length < 2) await queue.startWebhook();
	const { webhookId } = nodes.find((node) => node.webhookId);
	return queue.webhooks.map(({ url }) => `${url}/webhook/${webhookId}/webhook`);
}

/**
 * @param {QueueInstance} instance
 * @param {import('../../../local/n8n/rest').SavedWorkflow} workflow
 * @param {number} count of executions to wait for
 * @returns {Promise<string[]>} the verification IDs with which the workflow was started, sorted
 */
async function startedWith({ rest }, workflow, count) {
	const executions = await executionsOf(rest, workflow, count);
	return verificationIds(executions.map((execution) => outputOf(execution, 'Event')[0]));
}

module.exports = { deliver, newEvents, startedWith, twoAddresses, verificationIds };
