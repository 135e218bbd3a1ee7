import { parse } from 'flatted';
import type { IDataObject, IRunExecutionData } from 'n8n-workflow';

export interface Execution {
	id: string;
	/**
	 * `success`, `error`, `crashed`, `canceled`, or one of those that go on: `new`, `running`,
	 * `waiting`
	 */
	status: string;
	/** what each node gave; see `outputOf` */
	data: IRunExecutionData | undefined;
}

/** An execution as `GET /rest/executions/:id` answers: its `data` is packed with `flatted`. */
export interface PackedExecution {
	id: string;
	status: string;
	data?: string;
}

export const readExecution = (packed: PackedExecution): Execution => ({
	...packed,
	data: packed.data ? (parse(packed.data) as IRunExecutionData) : undefined,
});

/** @returns whether it has not come to its end, or its data is yet to be stored */
export const goesOn = ({ status, data }: Execution): boolean =>
	['new', 'running', 'waiting', 'unknown'].includes(status) ||
	(['success', 'error'].includes(status) && !data);

/**
 * @param node name of a node; default: the one that ran last
 * @returns the JSON of each item at its first output, in its last run
 */
export function outputOf({ data }: Execution, node?: string): IDataObject[] {
	const { runData = {}, lastNodeExecuted = '' } = data?.resultData ?? {};
	const items = runData[node ?? lastNodeExecuted]?.at(-1)?.data?.main?.[0] ?? [];
	return items.map(({ json }) => json);
}

/** @returns n8n's message and description where the execution ended early */
export function errorOf(execution: Execution): string | undefined {
	const error = execution.data?.resultData?.error;
	if (execution.status === 'success') return undefined;
	return [error?.message ?? execution.status, error?.description].filter(Boolean).join('\n');
}
