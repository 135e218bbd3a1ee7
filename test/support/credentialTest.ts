import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	INodeCredentialTestResult,
	INodeType,
} from 'n8n-workflow';
import { withLogs } from './n8nRuntime';
import { CredentialTestContext } from 'n8n-core';
import { CredentialsHelper } from './credentialsHelper';
import { createAdditionalData } from './workflowSetup';

/**
 * Tests a credential as n8n's credential dialog does where a node's function tests it: the node
 * names the function in `testedBy` and holds it in `methods.credentialTest`.
 *
 * @param options.credentials as a user would have typed them
 * @throws where n8n would not call a function of this node
 */
export async function testCredential({
	credentialType,
	nodeType,
	credentials,
}: {
	credentialType: ICredentialType;
	nodeType: INodeType;
	credentials: ICredentialDataDecryptedObject;
}): Promise<INodeCredentialTestResult & { logs: string[] }> {
	const { name } = credentialType;
	if (credentialType.test) {
		throw new Error(`n8n runs the test request of "${name}" and never asks a node to test it.`);
	}
	const use = nodeType.description.credentials?.find((credential) => credential.name === name);
	const test = nodeType.methods?.credentialTest?.[String(use?.testedBy)];
	if (!test) throw new Error(`The node has no function that tests "${name}".`);

	const helper = new CredentialsHelper({ [name]: credentialType }, { [name]: credentials });
	const additionalData = createAdditionalData(helper, 'internal', { nodes: [], connections: {} });
	const context = new CredentialTestContext(additionalData);
	const data = helper.withDefaults(name);
	return await withLogs(async (logs) => {
		const result = await test.call(context, { id: '1', name, type: name, data });
		return { ...result, logs };
	});
}
