import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INodeType,
	INodeTypes,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	OnError,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Container } from './n8nRuntime';
import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import { NodeHelpers, Workflow, deepCopy } from 'n8n-workflow';
import { coreNodes } from './coreNodes';
import type { CredentialsHelper } from './credentialsHelper';

/**
 * What a workflow file needs to run.
 */
export interface Setup {
	workflow: Pick<IWorkflowBase, 'nodes' | 'connections'> & Partial<IWorkflowBase>;
	nodeTypes: Record<string, INodeType>;
	credentialTypes?: Record<string, ICredentialType> | undefined;
	credentials?: Record<string, ICredentialDataDecryptedObject> | undefined;
	credentialId?: string | undefined;
	onError?: OnError | undefined;
	timezone?: string | undefined;
	staticData?: IDataObject | undefined;
}

function nodeTypesOf(ownTypes: Record<string, INodeType>): INodeTypes {
	const types: Record<string, INodeType> = { ...coreNodes, ...ownTypes };
	const getByName = (name: string) => {
		const type = types[name];
		if (!type) throw new Error(`Hand over the node type "${name}" in nodeTypes.`);
		return type;
	};
	return {
		getByName,
		getByNameAndVersion: (name, version) =>
			NodeHelpers.getVersionedNodeType(getByName(name), version),
		getKnownTypes: () => ({}),
	};
}

let workflows = 0;

export function createWorkflow({
	workflow,
	nodeTypes,
	credentials = {},
	onError,
	timezone,
	...setup
}: Setup): Workflow {
	const { credentialId: id = `credential-${++workflows}`, staticData } = setup;
	const nodes = deepCopy(workflow.nodes);
	for (const node of nodes) {
		const type = nodeTypes[node.type];
		if (!type) continue;
		if (onError) node.onError = onError;
		for (const { name } of type.description.credentials ?? []) {
			if (credentials[name]) node.credentials = { [name]: { id, name }, ...node.credentials };
		}
	}
	return new Workflow({
		id: workflow.id ?? 'test',
		...(workflow.name !== undefined && { name: workflow.name }),
		nodes,
		connections: workflow.connections,
		active: false,
		nodeTypes: nodeTypesOf(nodeTypes),
		settings: { ...workflow.settings, ...(timezone && { timezone }) },
		...(staticData && { staticData }),
	});
}

async function unsupported(): Promise<never> {
	throw new Error('The test harness runs a single workflow, without n8n’s server.');
}

/** What n8n's server hands to the engine beside the workflow. */
export function createAdditionalData(
	credentialsHelper: CredentialsHelper,
	mode: WorkflowExecuteMode,
	workflow: Setup['workflow'],
): IWorkflowExecuteAdditionalData {
	const url = 'http://localhost:5678/';
	const executionId = '1';
	return {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks(mode, executionId, workflow as unknown as IWorkflowBase),
		executionId,
		currentNodeExecutionIndex: 0,
		variables: {},
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		restApiUrl: `${url}rest`,
		instanceBaseUrl: url,
		formBaseUrl: `${url}form`,
		formWaitingBaseUrl: `${url}form-waiting`,
		formTestBaseUrl: `${url}form-test`,
		webhookBaseUrl: `${url}webhook`,
		webhookWaitingBaseUrl: `${url}webhook-waiting`,
		webhookTestBaseUrl: `${url}webhook-test`,
		mcpBaseUrl: `${url}mcp`,
		mcpTestBaseUrl: `${url}mcp-test`,
		logAiEvent: () => {},
		executeWorkflow: unsupported,
		getRunExecutionData: unsupported,
		getRuntimeCredential: unsupported,
		startRunnerTask: unsupported,
	};
}
