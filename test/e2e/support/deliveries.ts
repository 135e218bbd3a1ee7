import { outputOf } from '../../../local/n8n/execution';
import { newEvent } from './events';
import type { SentEvent } from './events';
import type { QueueInstance } from './queue';
import type { SavedWorkflow } from '../../../local/n8n/rest';
import { executionsOf, until } from './waiting';

export const newEvents = (count: number) => Array.from({ length: count }, () => newEvent());

/** @returns the verification IDs of events, sorted */
export const verificationIds = (events: Pick<SentEvent, 'data'>[]): string[] =>
	events.map(({ data }) => data.verification_id).sort();

/**
 * Delivers until it is taken or refused, as Cashfree does. On a busy machine n8n lets one wait too
 * long, or says with HTTP 503 that its database does not answer.
 *
 * @param overrides of the signature
 * @returns the answer's status
 */
export async function deliver(
	{ cashfree }: QueueInstance,
	url: string,
	event: object,
	overrides?: object,
): Promise<number> {
	return await until(
		'an answer to the delivery',
		async () => {
			const { status } = await cashfree.webhooks.deliver(url, event, overrides);
			return status === null || status === 503 ? undefined : status;
		},
		120_000,
	);
}

/** @returns its production URL at each of two webhook processes */
export async function twoAddresses(
	{ queue }: QueueInstance,
	{ nodes }: SavedWorkflow,
): Promise<[string, string]> {
	while (queue.webhooks.length < 2) await queue.startWebhook();
	const webhookId = nodes.find((node) => node.webhookId)?.webhookId;
	const [one = '', other = ''] = queue.webhooks.map(
		({ url }) => `${url}/webhook/${webhookId}/webhook`,
	);
	return [one, other];
}

/**
 * @param count of executions to wait for
 * @returns the verification IDs with which the workflow was started, sorted
 */
export async function startedWith(
	{ rest }: QueueInstance,
	workflow: SavedWorkflow,
	count: number,
): Promise<string[]> {
	const executions = await executionsOf(rest, workflow, count);
	return verificationIds(
		executions.flatMap((execution) => outputOf(execution, 'Event') as unknown as SentEvent[]),
	);
}
