import type { Declare, EditorShared } from '../support/shared';
import { cashfreeTrigger, chain, nothing } from '../support/workflows';

export const triggerTests = (it: Declare, shared: EditorShared) => {
	describe('The panel of the trigger', () => {
		it('shows both URLs, listens, and shows the event that comes', async () => {
			const { editor, instance } = shared;
			const workflow = chain('Events', [cashfreeTrigger({}), nothing()], instance.credential);
			const { id, nodes } = await instance.rest.createWorkflow(workflow);
			const webhookId = nodes[0]?.webhookId;
			await editor.openWorkflow(id);
			await editor.openNode('Event');
			const { panel } = editor;
			await panel.getByText('Webhook URLs', { exact: true }).click();
			await panel.getByText(`https://n8n.example.com/webhook-test/${webhookId}/webhook`).waitFor();
			await panel.getByText('Production URL', { exact: true }).click();
			await panel.getByText(`https://n8n.example.com/webhook/${webhookId}/webhook`).waitFor();
			await panel.getByText('When will this node trigger my flow?').click();
			await editor.picture('trigger');

			await editor.execute();
			await panel.getByText('Listening for test event').waitFor();
			const event = {
				event_type: 'VKYC_AUDITOR_REVIEW_COMPLETED',
				event_time: '2026-11-20T10:00:00Z',
				version: 'v1',
				data: { verification_id: 'loan-2041-kyc', reference_id: 10449, user_id: 'lead-2041' },
			};
			const address = `${instance.url}/webhook-test/${webhookId}/webhook`;
			const { status } = await instance.cashfree.webhooks.deliver(address, event);
			expect(status).toBe(200);
			await editor.output.getByText('VKYC_AUDITOR_REVIEW_COMPLETED').first().waitFor();
			await editor.picture('trigger-event');
		});
	});
};
