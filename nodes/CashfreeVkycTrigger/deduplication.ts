import { sleep } from 'n8n-workflow';
import type { IWebhookFunctions } from 'n8n-workflow';
import { shortHash } from './deliveryKey';
import { DeliveryMemory } from './deliveryMemory';

const memories = new Map<string, DeliveryMemory>();

/**
 * What is known of a delivery. A first one is remembered from then on, unless n8n then cannot start
 * the workflow.
 *
 * All triggers of a workflow share one memory, in its global static data: n8n writes a workflow's
 * static data whole, so of two memories the one written later would erase the other. The node's ID
 * tells the triggers apart, which stays when the node is renamed.
 *
 * @param keys from `keysOf`: the first one decides, the others are remembered with it
 * @param attempt as in `DeliveryMemory.take`
 */
export function takeDelivery(
	context: IWebhookFunctions,
	keys: readonly [string, ...string[]],
	attempt: number,
): ReturnType<DeliveryMemory['take']> {
	const workflowId = String(context.getWorkflow().id);
	const memory = memories.get(workflowId) ?? new DeliveryMemory();
	memories.set(workflowId, memory);

	const staticData: { cashfreeVkycDeliveries?: unknown } = context.getWorkflowStaticData('global');
	memory.read(staticData.cashfreeVkycDeliveries);
	const { id } = context.getNode();
	const [ownKey, ...others] = keys.map((key) => shortHash(id, key)) as [string, ...string[]];
	const known = memory.take(ownKey, attempt, context.getResponseObject(), others);
	if (known !== 'first') return known;

	const text = memory.textOnceStarted(ownKey);
	staticData.cashfreeVkycDeliveries = text;
	// n8n 2 saves the data after it has started the execution, and forgets the change while it does
	void sleep(0).then(() => (staticData.cashfreeVkycDeliveries = text));
	return known;
}
