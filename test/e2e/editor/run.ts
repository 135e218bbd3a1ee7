import type { Declare, EditorShared } from '../support/shared';
import { actionType, cashfree, chain, node } from '../support/workflows';

const leads = [
	{ id: 'lead-2041', phone: '+91 99887 76655', name: 'Asha Rao' },
	{ id: 'lead-2042', phone: '+91 99887 76656', name: 'Vikram Singh' },
];

export const runTests = (it: Declare, shared: EditorShared) => {
	/** Opens a workflow that hands leads to the node. */
	const open = async (parameters: object) => {
		const { instance, editor } = shared;
		const start = node('Leads', 'n8n-nodes-base.manualTrigger');
		const sendLink = { ...cashfree(parameters), name: 'Send link' };
		const workflow = chain('Leads to links', [start, sendLink], instance.credential);
		const pinData = { Leads: leads.map((json) => ({ json })) };
		const { id } = await instance.rest.createWorkflow({ ...workflow, pinData });
		await editor.openWorkflow(id);
		await editor.openNode('Send link');
		return id;
	};

	describe('A run in the editor', () => {
		it('takes an expression and shows the links', async () => {
			const { editor, instance } = shared;
			await open({ phone: '={{ $json.phone }}', userDetails: { name: '={{ $json.name }}' } });
			await editor.fillExpression('verificationId', '{{ $json.id }}', 'lead-2041');
			await editor.execute();
			await editor.output.getByText('2 items').waitFor();
			await editor.output.getByText('The first link in the output expires on').waitFor();
			await editor.picture('node');
			await editor.output.getByTestId('radio-button-json').click();
			await editor.output.getByText('LINK_GENERATED').first().waitFor();
			await editor.picture('output');
			expect([...instance.cashfree.verifications.keys()]).toEqual(['lead-2041', 'lead-2042']);
		});

		it("shows Cashfree's refusal as something to act on", async () => {
			const { editor, instance } = shared;
			instance.cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc', times: 2 });
			await open({ verificationId: '={{ $json.id }}-again', phone: '={{ $json.phone }}' });
			await editor.execute();
			const message = editor.output.getByTestId('node-error-message');
			await message.getByText('Your Cashfree account has no balance left').waitFor();
			await editor.output.getByText('Add funds in the Cashfree dashboard').waitFor();
			await editor.output.getByText('From Cashfree VKYC').click();
			await editor.output.getByText('insufficient_balance').waitFor();
			await editor.picture('message');
		});
	});

	describe('Before the first run', () => {
		it('the next node shows which fields will come', async () => {
			const { editor, instance } = shared;
			const nodes = [
				node('Start', 'n8n-nodes-base.manualTrigger'),
				cashfree({ verificationId: 'preview', phone: '9988776655' }),
				node('Next', 'n8n-nodes-base.set', {}, { typeVersion: 3.4 }),
			];
			const workflow = chain('Preview', nodes, instance.credential);
			const { id } = await instance.rest.createWorkflow(workflow);
			const asked = editor.page.waitForResponse((response) =>
				response.url().endsWith(`/schemas/${actionType}/1.0.0/videoKyc/initiate.json`),
			);
			await editor.openWorkflow(id);
			await editor.openNode('Next');
			expect((await asked).status()).toBe(200);
			const input = editor.page.getByTestId('ndv-input-panel');
			await input.getByText('Usually outputs the following fields').waitFor();
			await input.getByText('vkyc_link').waitFor();
			await editor.picture('preview');
		});
	});
};
