import type { Declare, EditorShared } from '../support/shared';
import { until } from '../support/waiting';
import { cashfree, chain, node } from '../support/workflows';

export const credentialTests = (it: Declare, shared: EditorShared) => {
	describe('The credential dialog', () => {
		it('says what is wrong with the keys, and connects with the right ones', async () => {
			const { editor, instance } = shared;
			const { url, clientId, clientSecret, publicKey } = instance.cashfree;
			const dialog = editor.credentialDialog;
			const start = node('Start', 'n8n-nodes-base.manualTrigger');
			const { id } = await instance.rest.createWorkflow(chain('Connect', [start, cashfree({})]));
			await editor.openWorkflow(id);
			await editor.openNode('Cashfree');
			const select = editor.panel.getByTestId(/^node-credentials-(slot|select)$/);
			await select.getByRole('combobox').first().click();
			await editor.page.getByText('Create new credential', { exact: false }).first().click();

			await editor.choose('environment', 'Sandbox', dialog);
			await editor.fill('clientId', clientId, dialog);
			await editor.fill('clientSecret', 'mistyped', dialog);
			await editor.choose('twoFactorMethod', 'Public Key', dialog);
			await editor.fill('publicKey', publicKey, dialog);
			await editor.picture('credential', dialog.getByText('for setup instructions'));

			await editor.choose('environment', 'Custom', dialog);
			await editor.fill('baseUrl', url, dialog);
			await dialog.getByTestId('credential-save-button').click();
			await dialog.getByText('More details').click();
			await dialog.getByText('Cashfree does not know this pair').waitFor();
			await editor.picture('credential-refused');

			await editor.fill('clientSecret', clientSecret, dialog);
			await dialog.getByTestId('credential-save-button').click();
			const connected = dialog.getByText('Connection tested successfully');
			await until('a test that succeeded', async () => {
				return (await dialog.isHidden()) || (await connected.isVisible()) || undefined;
			});
			// Newer versions of n8n close the dialog then.
			if (await dialog.isHidden()) {
				await editor.panel.getByTestId('credential-edit-button').click();
			}
			await connected.waitFor();
		});
	});
};
