import type { IDataObject, IRun, Workflow, WorkflowExecuteMode } from 'n8n-workflow';
import type { ExecutionResult } from './executionResult';
import type { Setup } from './workflowSetup';
import { withLogs } from './n8nRuntime';
import { WorkflowExecute, WorkflowHasIssuesError } from 'n8n-core';
import { NodeHelpers, createRunExecutionData, deepCopy } from 'n8n-workflow';
import { CredentialsHelper } from './credentialsHelper';
import { resultOf } from './executionResult';
import { createAdditionalData, createWorkflow } from './workflowSetup';

interface RunOptions {
	items?: IDataObject[] | undefined;
	startNode?: string | undefined;
	mode?: WorkflowExecuteMode | undefined;
	signal?: AbortSignal | undefined;
}

/**
 * Runs a workflow file through n8n-core's engine with its real request helpers.
 *
 * @returns also where the execution failed or was stopped
 * @throws where the file names a node type that was not handed over, or has no trigger
 */
export async function runWorkflow(options: Setup & RunOptions): Promise<ExecutionResult> {
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

async function stoppable(
	signal: AbortSignal | undefined,
	start: () => ReturnType<WorkflowExecute['run']>,
): Promise<Pick<IRun, 'status' | 'data'>> {
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

function findStartNode(workflow: Workflow, name?: string) {
	const node = Object.values(workflow.nodes).find((candidate) => {
		if (name !== undefined) return candidate.name === name;
		const type = workflow.nodeTypes.getByNameAndVersion(candidate.type, candidate.typeVersion);
		return !candidate.disabled && NodeHelpers.isTriggerNode(type.description);
	});
	if (!node) throw new Error(`The workflow has no ${name ? `node "${name}"` : 'enabled trigger'}.`);
	return node;
}
