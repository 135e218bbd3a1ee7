/**
 * @import {
 *   IDataObject, INodeExecutionData, IRun, ITaskData, Workflow, WorkflowExecuteMode
 * } from 'n8n-workflow'
 * @import { Setup } from './workflow-setup'
 */
const { withLogs } = require('./n8n-runtime');
const { WorkflowExecute, WorkflowHasIssuesError } = require('n8n-core');
const { NodeHelpers, createRunExecutionData, deepCopy, jsonStringify } = require('n8n-workflow');
const { CredentialsHelper } = require('./credentials-helper');
const { createAdditionalData, createWorkflow } = require('./workflow-setup');

/**
 * @typedef {object} RunOptions
 * @property {IDataObject[]} [items] JSON of the items the trigger emits; else what is pinned to it
 *   in the file, or one empty item
 * @property {string} [startNode] name of the node to start from; else the first enabled trigger
 * @property {WorkflowExecuteMode} [mode] default `manual`, as in the editor
 * @property {AbortSignal} [signal] stops the execution as n8n's Stop button does
 */

/**
 * Runs a workflow file through n8n-core's engine with its real request helpers.
 *
 * @param {Setup & RunOptions} options
 * @returns {Promise<ReturnType<typeof resultOf>>} also where the execution failed or was stopped
 * @throws {Error} where the file names a node type that was not handed over, or has no trigger
 */
async function runWorkflow(options) {
	const { credentialTypes = {}, credentials = {}, items, mode = 'manual' } = options;
	const workflow = createWorkflow(options);
	const startNode = findStartNode(workflow, options.startNode);
	const pinData = {
		...options.workflow.pinData,
		...(items && { [startNode.name]: items.map((json) => ({ json: deepCopy(json) })) }),
	};
	const credentialsHelper = new CredentialsHelper(credentialTypes, credentials);
	const additionalData = createAdditionalData(credentialsHelper, mode, options.workflow);

	return await withLogs(async (logs) => {
		const started = performance.now();
		const { status, data } = await stoppable(options.signal, () =>
			new WorkflowExecute(additionalData, mode).run({ workflow, startNode, pinData }),
		);
		const durationMs = performance.now() - started;
		const { decryptions } = credentialsHelper;
		return { status, ...resultOf(workflow, data), durationMs, decryptions, logs };
	});
}

/**
 * @param {AbortSignal | undefined} signal
 * @param {() => ReturnType<WorkflowExecute['run']>} start
 * @returns {Promise<Pick<IRun, 'status' | 'data'>>}
 */
async function stoppable(signal, start) {
	try {
		const execution = start();
		const stop = () => execution.cancel();
		if (signal?.aborted) stop();
		signal?.addEventListener('abort', stop);
		const run = await execution;
		signal?.removeEventListener('abort', stop);
		return run;
	} catch (error) {
		// The server turns what is missing in a node into a failed execution too.
		if (!(error instanceof WorkflowHasIssuesError)) throw error;
		return { status: 'error', data: createRunExecutionData({ resultData: { error } }) };
	}
}

/**
 * @param {Workflow} workflow
 * @param {string} [name]
 */
function findStartNode(workflow, name) {
	const node = Object.values(workflow.nodes).find((candidate) => {
		if (name !== undefined) return candidate.name === name;
		const type = workflow.nodeTypes.getByNameAndVersion(candidate.type, candidate.typeVersion);
		return !candidate.disabled && NodeHelpers.isTriggerNode(type.description);
	});
	if (!node) throw new Error(`The workflow has no ${name ? `node "${name}"` : 'enabled trigger'}.`);
	return node;
}

/**
 * What an execution left, by node.
 *
 * @param {Workflow} workflow
 * @param {IRun['data']} data
 */
function resultOf(workflow, data) {
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
		/** Why the execution failed or was stopped; nothing after a node that continues on failure. */
		error,
		/** Every run of every node. */
		runData,
		/**
		 * The items a node put out in its last run; none where it did not run.
		 *
		 * @param {string} nodeName
		 * @param {number} [outputIndex]
		 * @returns {INodeExecutionData[]}
		 */
		output: (nodeName, outputIndex = 0) => lastRunOf(nodeName)?.data?.main?.[outputIndex] ?? [],
		/** @param {string} nodeName the node that failed, whether or not the execution went on */
		errorOf: (nodeName) => lastRunOf(nodeName)?.error,
		/** @param {string} nodeName */
		hints: (nodeName) => lastRunOf(nodeName)?.hints ?? [],
		/** @param {string} nodeName */
		metadata: (nodeName) => lastRunOf(nodeName)?.metadata,
		/** All that n8n saves of the execution, as one text to search for what must not be in it. */
		saved: () => jsonStringify(data, { replaceCircularRefs: true }),
	};
}

module.exports = { runWorkflow };
