import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	IWebhookData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';
import { CredentialsHelper } from './credentialsHelper';
import { createAdditionalData, createWorkflow } from './workflowSetup';

export interface TriggerOptions {
	nodeType: INodeType;
	parameters?: INodeParameters;
	credentialTypes?: Record<string, ICredentialType>;
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	credentialId?: string;
	staticData?: IDataObject;
	mode?: WorkflowExecuteMode;
}

/** A workflow that holds nothing but a trigger. */
export function createTrigger({
	nodeType,
	parameters = {},
	staticData = {},
	mode,
	...options
}: TriggerOptions & { mode: WorkflowExecuteMode }) {
	const { name, displayName, version, webhooks } = nodeType.description;
	const webhookDescription = webhooks?.[0];
	if (!webhookDescription) throw new Error(`"${displayName}" has no webhook.`);
	const unset: INode = {
		id: '1',
		webhookId: 'webhook-id',
		name: displayName,
		type: `test.${name}`,
		typeVersion: [version].flat().at(-1) ?? 1,
		position: [0, 0],
		parameters,
	};
	const file = { nodes: [unset], connections: {} };
	const workflow = createWorkflow({
		workflow: file,
		nodeTypes: { [unset.type]: nodeType },
		credentials: options.credentials,
		credentialId: options.credentialId,
		staticData: { [`node:${displayName}`]: deepCopy(staticData) },
	});
	const node = workflow.getNode(displayName) ?? unset;
	const credentialsHelper = new CredentialsHelper(
		options.credentialTypes ?? {},
		options.credentials ?? {},
	);
	const additionalData = createAdditionalData(credentialsHelper, mode, file);
	const webhook: IWebhookData = {
		httpMethod: 'POST',
		node: displayName,
		path: webhookDescription.path,
		webhookDescription,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: additionalData,
		isTest: mode === 'manual',
	};
	return {
		nodeType,
		workflow,
		node,
		additionalData,
		credentialsHelper,
		mode,
		webhook,
		/** What the node has put into its static data. */
		saved: () => deepCopy(workflow.getStaticData('node', node)),
	};
}
