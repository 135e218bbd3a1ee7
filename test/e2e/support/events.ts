import type { Instance } from './instance';
import { cashfreeTrigger, chain, nothing } from './workflows';

let verifications = 0;

/** An event of a verification that no other test knows, unsigned. */
export const newEvent = (type = 'VKYC_USER_CALL_COMPLETED') => ({
	event_type: type,
	event_time: '2026-11-20T10:00:00Z',
	version: 'v1',
	data: { verification_id: `loan-${++verifications}`, reference_id: 9000 + verifications },
});

export type SentEvent = ReturnType<typeof newEvent>;

/**
 * Saves a workflow that starts with the trigger.
 *
 * @param parameters of the trigger
 */
export async function saveTrigger(
	{ url, rest, cashfree, credential }: Instance,
	parameters: object = {},
) {
	const nodes = [cashfreeTrigger(parameters), nothing()];
	const workflow = await rest.createWorkflow(chain('Events', nodes, credential));
	const webhookId = workflow.nodes[0]?.webhookId;
	const addressOf = (kind: string) => `${url}/${kind}/${webhookId}/webhook`;
	return {
		workflow,
		/** Sends an event, signed as Cashfree does unless `overrides` say otherwise. */
		deliver: async (event = newEvent(), overrides = {}, kind = 'webhook') =>
			await cashfree.webhooks.deliver(addressOf(kind), event, overrides),
		/** Switches the workflow on and registers its production URL as the dashboard does. */
		async publish() {
			await rest.activateWorkflow(workflow);
			return await cashfree.webhooks.testAndAdd(addressOf('webhook'));
		},
		countExecutions: async () => (await rest.getExecutions({ workflowId: workflow.id })).length,
	};
}
