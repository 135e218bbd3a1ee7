/**
 * @import { IDataObject, IRun, Workflow, WorkflowExecuteMode } from 'n8n-workflow'
 * @import { ExecutionResult } from './execution-result'
 * @import { Setup } from './workflow-setup'
 */
const { withLogs } = require('./n8n-runtime');
const { WorkflowExecute, WorkflowHasIssuesError } = require('n8n-core');
const { NodeHelpers, createRunExecutionData, deepCopy } = require('n8n-workflow');
const { CredentialsHelper } = require('./credentials-helper');
const { resultOf } = require('./execution-result');
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
 * @returns {Promise<ExecutionResult>} also where the execution failed or was stopped
 * @throws {Error} where the file names a node type that was not handed over, or has no trigger
 */
async function runWorkflow(options) {
	const { credentialTypes = {}, credentials = {}, items, mode = 'manual' } = options;
	const workflow = createWorkflow(options);
	const startNode = findStartNode(workflow, options.startNode);
	const pinData = {
		...deepCopy(options.workflow.pinData ?? {}),
		...(items && { [startNode.name]: items.map((json) => ({ json: deepCopy(json) })) }),
	};
	const credentialsHelper = new CredentialsHelper(credentialTypes, credentials);
	const additionalData = createAdditionalData(credentialsHelper, mode, options.workflow);

	return await withLogs(async (logs) => {
		const started = performance.now();
		const run = await stoppable(options.signal, () =>
			new WorkflowExecute(additionalData, mode).run({ workflow, startNode, pinData }),
		);
		const durationMs = performance.now() - started;
		const { decryptions } = credentialsHelper;
		return { ...resultOf(workflow, run), durationMs, decryptions, logs };
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

module.exports = { runWorkflow };
