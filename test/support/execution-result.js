/**
 * @import {
 *   ExecutionError, ExecutionStatus, INodeExecutionData, IRun, IRunData, ITaskData, ITaskMetadata,
 *   NodeExecutionHint, Workflow
 * } from 'n8n-workflow'
 */
const { jsonStringify } = require('n8n-workflow');

/**
 * What an execution left. Functions of a node's name speak of its last run and throw where the
 * workflow has no such node.
 *
 * @typedef {object} ExecutionResult
 * @property {ExecutionStatus} status
 * @property {ExecutionError} [error] why it failed or was stopped; a plain object as n8n saves it
 * @property {IRunData} runData every run of every node
 * @property {(nodeName: string, outputIndex?: number) => INodeExecutionData[]} output none where
 *   the node did not run
 * @property {(nodeName: string) => ExecutionError | undefined} errorOf what the node threw, whether
 *   or not the execution went on
 * @property {(nodeName: string) => NodeExecutionHint[]} hints
 * @property {(nodeName: string) => ITaskMetadata | undefined} metadata
 * @property {() => string} saved all that n8n saves of the execution, to search for what must not
 *   be in it
 * @property {number} durationMs of the engine alone
 * @property {number} decryptions how often decrypted credentials were asked for
 * @property {string[]} logs what n8n's logger, at all levels, and the console printed
 */

/**
 * @param {Workflow} workflow
 * @param {Pick<IRun, 'status' | 'data'>} run
 * @returns {Omit<ExecutionResult, 'durationMs' | 'decryptions' | 'logs'>}
 */
function resultOf(workflow, { status, data }) {
	const { runData, error } = data.resultData;

	/**
	 * @param {string} nodeName
	 * @returns {ITaskData | undefined}
	 */
	const lastRunOf = (nodeName) => {
		if (!workflow.getNode(nodeName)) throw new Error(`The workflow has no node "${nodeName}".`);
		return runData[nodeName]?.at(-1);
	};

	return {
		status,
		error,
		runData,
		output: (nodeName, outputIndex = 0) => lastRunOf(nodeName)?.data?.main?.[outputIndex] ?? [],
		errorOf: (nodeName) => lastRunOf(nodeName)?.error,
		hints: (nodeName) => lastRunOf(nodeName)?.hints ?? [],
		metadata: (nodeName) => lastRunOf(nodeName)?.metadata,
		saved: () => jsonStringify(data, { replaceCircularRefs: true }),
	};
}

module.exports = { resultOf };
