import type { IExecuteFunctions } from 'n8n-workflow';
import type { CashfreeRequest } from './request';
import { isSuccess, retrySafetyOf } from './nextAction';
import { sendWithRetry } from './sendWithRetry';
import type { RetryResult, Sender } from './sendWithRetry';

/** Results of requests that create or change something, by the name of what they create or change. */
type Results = Map<string, RetryResult>;

/**
 * By the object that n8n keeps for the node as long as the execution lives, so that nothing outlives
 * it and nothing is stored.
 */
const executions = new WeakMap<object, { runIndex: number; results: Results }>();

/** After such a result, a later run of the node must not send the request. */
const isFinal = ({ outcome, found }: RetryResult, request: CashfreeRequest) =>
	isSuccess(found ?? outcome) ||
	(outcome.state === 'unknown' && retrySafetyOf(request) === 'unsafe');

/**
 * With *Retry On Fail*, n8n runs the node again for all items. What an earlier run of the node created
 * is not sent again, nor refused because it exists. An unknown outcome stays unknown until a look-up or
 * a success settles it.
 *
 * @returns `sendWithRetry`, once for all runs of the node in an execution; its first argument names
 *   what the request creates or changes
 */
export function oncePerExecution(context: IExecuteFunctions) {
	const results = resultsOf(context);
	return async (
		name: string | undefined,
		request: CashfreeRequest,
		sender: Sender,
	): Promise<RetryResult> => {
		if (!results || name === undefined) return await sendWithRetry(request, sender);
		const before = results.get(name);
		if (before && isFinal(before, request)) return before;
		const lost = before?.outcome.state === 'unknown' ? before.outcome : undefined;
		const result = await sendWithRetry(request, sender, lost);
		results.set(name, result);
		return result;
	};
}

function resultsOf(context: IExecuteFunctions): Results | undefined {
	if (context.getNode().retryOnFail !== true) return undefined;
	const execution = context.getContext('node');
	// in a loop, the node runs several times in one execution
	const runIndex = context.getWorkflowDataProxy(0).$thisRunIndex;
	const known = executions.get(execution);
	if (known?.runIndex === runIndex) return known.results;
	const results: Results = new Map();
	executions.set(execution, { runIndex, results });
	return results;
}
