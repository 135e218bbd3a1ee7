import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Client, Tally } from '../transport/client';
import type { Operation } from './operation';

const counted = (count: number, one: string, many: string) =>
	count === 0 ? [] : [count === 1 ? one : many.replace('#', String(count))];

function aboutTally({ recovered, waited, shared }: Tally): string[] {
	return [
		...counted(
			recovered,
			'One item was looked up at Cashfree, because it existed already or its answer was lost on the way',
			'# items were looked up at Cashfree, because they existed already or their answer was lost on the way',
		),
		...counted(
			waited,
			'The rate limit of your Cashfree account was reached once, and the run waited for it',
			'The rate limit of your Cashfree account was reached # times, and the run waited for it',
		),
		...counted(
			shared,
			'One item has the same ID as an earlier one and took its answer; nothing was sent twice',
			'# items have the same ID as an earlier one and took its answer; nothing was sent twice',
		),
	];
}

/** Shows in the output panel what the items alone do not tell. Older n8n versions have no such place. */
export function tellAbout(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	operation: Operation,
	client: Client,
): void {
	const succeeded = items.filter((item) => !item.error);
	const messages = [
		...aboutTally(client.tally()),
		...(succeeded.length === 0 ? [] : (operation.hints?.(succeeded, client.environment) ?? [])),
	];
	for (const message of messages) {
		context.addExecutionHints?.({ message, type: 'info', location: 'outputPane' });
	}
}
