import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client, RunStatistics } from '../transport/client';
import type { Operation } from './operation';

/** One message for a count, in one of two wordings; none where the count is 0. */
export const counted = (count: number, one: string, many: string) =>
	count === 0 ? [] : [count === 1 ? one : many.replace('#', String(count))];

function hintsFrom({ recovered, waited, shared }: RunStatistics): string[] {
	return [
		...counted(
			recovered,
			'One item was retried, or looked up after a lost answer; nothing was created twice',
			'# items were retried, or looked up after a lost answer; nothing was created twice',
		),
		...counted(
			waited,
			'One item waited for the rate limit of your Cashfree account',
			'# items waited for the rate limit of your Cashfree account',
		),
		...counted(
			shared,
			'One item has the same ID as an earlier item and shares its response; nothing was sent twice',
			'# items have the same ID as an earlier item and share its response; nothing was sent twice',
		),
	];
}

/** Shows a message in the output panel. Older n8n versions have no such place. */
export function addHint(
	context: IExecuteFunctions,
	message: string,
	type: 'info' | 'warning' = 'info',
): void {
	context.addExecutionHints?.({ message, type, location: 'outputPane' });
}

/** Says how many items failed, which a node that continues on errors shows nowhere else. */
export function addFailedHint(
	context: IExecuteFunctions,
	failed: number,
	count: number,
	hasErrorOutput: boolean,
): void {
	const where = hasErrorOutput ? "open the output 'Error'" : "see 'error' in the output";
	addHint(context, `${failed} of ${count} items failed: ${where}`, 'warning');
}

/** Shows in the output panel what the items alone do not show. */
export function addHints(
	context: IExecuteFunctions,
	succeeded: INodeExecutionData[],
	operation: Operation,
	client: Client,
): void {
	const messages = [
		...hintsFrom(client.statistics()),
		...(succeeded.length === 0 ? [] : (operation.hints?.(succeeded, client.environments) ?? [])),
	];
	for (const message of messages) addHint(context, message);
}
