import type { Declare, EditorShared } from '../support/shared';
import { cashfree, cashfreeTrigger, chain, node } from '../support/workflows';

const filledIn = { verificationId: 'loan-2041-kyc', phone: '+91 99887 76655' };
const langchain = '@n8n/n8n-nodes-langchain';

export const surroundingsTests = (it: Declare, shared: EditorShared) => {
	describe('Around the node', () => {
		it('an AI agent is offered the node as a tool', async () => {
			const { editor, instance } = shared;
			const { page } = editor;
			const nodes = [
				node('Start', 'n8n-nodes-base.manualTrigger'),
				node('AI Agent', `${langchain}.agent`, { options: {} }, { typeVersion: 2 }),
			];
			const { id } = await instance.rest.createWorkflow(chain('Agent', nodes));
			await editor.openWorkflow(id);
			const plus = page.locator('[data-handleid="inputs/ai_tool/0"]');
			await plus.getByTestId('canvas-handle-plus').click();
			await page.getByTestId('node-creator-search-bar').fill('kyc');
			await page.getByTestId('node-creator').getByText('Cashfree VKYC Tool').click();
			await editor.panel.waitFor();
			expect(await editor.labels()).toEqual(
				expect.arrayContaining(['Tool Description', 'Operation']),
			);
			await editor.picture('tool');
		});

		it('the canvas says in words what the nodes do', async () => {
			const { editor, instance } = shared;
			const trigger = cashfreeTrigger({ events: ['*finished'] });
			const status = cashfree({ operation: 'getStatus', verificationId: 'loan-7' });
			const nodes = [trigger, cashfree(filledIn), { ...status, name: 'Status' }];
			const workflow = chain('Words', nodes, instance.credential);
			const { id } = await instance.rest.createWorkflow(workflow);
			await editor.openWorkflow(id);
			for (const words of [
				'Verification Finished',
				'Send link: Video KYC',
				'Get status: Video KYC',
			]) {
				await editor.page.getByText(words, { exact: true }).waitFor();
			}
			await editor.picture('canvas-words');
		});

		for (const theme of ['light', 'dark'] as const) {
			it(`the canvas shows the icon of the ${theme} theme`, async () => {
				const { editor, instance } = shared;
				await editor.useTheme(theme);
				const nodes = [node('Start', 'n8n-nodes-base.manualTrigger'), cashfree(filledIn)];
				const workflow = chain('Theme', nodes, instance.credential);
				const { id } = await instance.rest.createWorkflow(workflow);
				await editor.openWorkflow(id);
				const icon = editor.node('Cashfree').locator('img[src*="cashfree-vkyc"]').first();
				const file = theme === 'dark' ? 'cashfree-vkyc.dark.svg' : 'cashfree-vkyc.svg';
				expect(await icon.getAttribute('src')).toContain(file);
				await editor.picture(`canvas-${theme}`);
				await editor.useTheme('light');
			});
		}
	});
};
