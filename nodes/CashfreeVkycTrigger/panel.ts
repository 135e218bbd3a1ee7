import type { INodeTypeDescription } from 'n8n-workflow';

/** What the editor shows in place of the trigger's input. */
export const triggerPanel: NonNullable<INodeTypeDescription['triggerPanel']> = {
	header: 'Receive the events of Video KYC',
	executionsHelp: {
		inactive:
			"<b>While you build</b>, click 'Execute step', then have Cashfree send an event to the test URL. It shows up here.<br /><br /><b>When you are done</b>, publish the workflow and register the production URL in the Cashfree dashboard: <b>Developers</b> > <b>Webhooks</b> > <b>Add Webhook URL</b> on the Secure ID card, paste the URL, <b>Test & Add Webhook</b>. Events then start the workflow by themselves and show up in the executions list.",
		active:
			'Register the production URL in the Cashfree dashboard, if you have not yet: <b>Developers</b> > <b>Webhooks</b> > <b>Add Webhook URL</b> on the Secure ID card, paste the URL, <b>Test & Add Webhook</b>. Events start the workflow by themselves and show up in the <a data-key="executions">executions list</a>.<br /><br /><b>While you build</b>, click \'Execute step\', then have Cashfree send an event to the test URL. It shows up here.',
	},
	activationHint:
		"Once you've finished building, publish the workflow and register the production URL in the Cashfree dashboard to have it start by itself.",
};
