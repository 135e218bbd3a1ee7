import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRun,
	IRunData,
	ITaskData,
	ITaskMetadata,
	NodeExecutionHint,
	Workflow,
} from 'n8n-workflow';
import { jsonStringify } from 'n8n-workflow';

/**
 * What an execution left. Functions of a node's name speak of its last run and throw where the
 * workflow has no such node.
 */
export interface ExecutionResult {
	status: ExecutionStatus;
	error: ExecutionError | undefined;
	runData: IRunData;
	output: (nodeName: string, outputIndex?: number) => INodeExecutionData[];
	errorOf: (nodeName: string) => ExecutionError | undefined;
	hints: (nodeName: string) => NodeExecutionHint[];
	metadata: (nodeName: string) => ITaskMetadata | undefined;
	saved: () => string;
	durationMs: number;
	decryptions: number;
	logs: string[];
}

export function resultOf(
	workflow: Workflow,
	{ status, data }: Pick<IRun, 'status' | 'data'>,
): Omit<ExecutionResult, 'durationMs' | 'decryptions' | 'logs'> {
	const { runData, error } = data.resultData;

	const lastRunOf = (nodeName: string): ITaskData | undefined => {
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
