/**
 * Words in bold or italics that stand on a screen which is not this package's. Those of its own are
 * read off the nodes and the credential, so that a guide cannot name a field that does not exist.
 */
const n8n = [
	...['Add first step', 'Data tables', 'Execute step', 'Import', 'From file', 'Publish', '⋯', '+'],
	...['Trigger manually', 'Triggers', 'Production URL', 'Webhook URLs', 'test URL', 'Active'],
	...['Settings', 'Community nodes', 'Install', 'On Error', 'Continue', 'Retry On Fail'],
	...['Continue (using error output)', 'Authentication', 'Predefined Credential Type'],
	...['Save successful production executions', 'Save manual executions', 'Do not save'],
	...['Remove Duplicates', 'Remove Items Processed in Previous Executions', 'Header Auth'],
	...['HTTP Request', 'Batching', 'Connection successful!', 'Executions', 'set mock data'],
	...['Allowed HTTP Request Domains', 'None', 'Proxy', 'SSL Certificates'],
	...['Switch', 'Execute Sub-workflow', 'When Executed by Another Workflow'],
	...['Wait For Sub-Workflow Completion', 'Ignore SSL Issues (Insecure)', 'Docs'],
];

const cashfree = [
	...['Developers', 'API Keys', 'Generate', 'Secure ID', 'Two-Factor Authentication', 'Webhooks'],
	...['Add Webhook URL', 'Test & Add Webhook', 'Test & Add'],
];

/** Emphasis that is no name: sentences, and words that a guide explains. */
const emphasis = [
	...['answered', 'unknown', 'production'],
	...['several webhook processes', 'user ID', 'verification ID', 'KYC', 'refused a delivery'],
	...['Verification IDs come from your records'],
	...['reconcile', 'Field', 'field', 'code', 'ID', 'n'],
];

export const others = [...n8n, ...cashfree, ...emphasis];
