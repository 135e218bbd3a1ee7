import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { CashfreeSecureIdApi } from '../../../credentials/CashfreeSecureIdApi.credentials';
import { runWorkflow } from '../../support/engine';
import type { credentialFor } from '../../support/cashfreeWorkflow';

const type = 'n8n-nodes-test.anyRequest';

/** A node of someone else's that sends whatever request it is told to with Cashfree's credential. */
const anyRequest: INodeType = {
	description: {
		displayName: 'Any Request',
		name: 'anyRequest',
		group: ['transform'],
		version: 1,
		description: 'Sends a request with the credential of another node',
		defaults: { name: 'Any Request' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'cashfreeSecureIdApi', required: true }],
		properties: [
			{ displayName: 'Helper', name: 'helper', type: 'string', default: '' },
			{ displayName: 'Request', name: 'request', type: 'json', default: '{}' },
		],
	},
	async execute(this: IExecuteFunctions) {
		const { helpers } = this;
		const request = this.getNodeParameter('request', 0) as unknown as IHttpRequestOptions;
		const helper =
			this.getNodeParameter('helper', 0) === 'older'
				? helpers.requestWithAuthentication
				: helpers.httpRequestWithAuthentication;
		const answer: unknown = await helper.call(this, 'cashfreeSecureIdApi', request);
		return [[{ json: { answer: answer as string }, pairedItem: { item: 0 } }]];
	},
};

/**
 * Sends a request through n8n's engine with a credential as a user would have saved it.
 *
 * @param helper `older` is the one that the built-in HTTP Request node uses
 */
export async function sendFromAnotherNode(
	helper: 'newer' | 'older',
	request: INodeParameters,
	credential: ReturnType<typeof credentialFor>,
) {
	const position: [number, number] = [0, 0];
	const parameters = { helper, request };
	const node = { id: 'node', name: 'Any Request', type, typeVersion: 1, position, parameters };
	const start = { ...node, id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	return await runWorkflow({
		workflow: {
			nodes: [{ ...start, parameters: {} }, node],
			connections: { Start: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		},
		nodeTypes: { [type]: anyRequest },
		credentialTypes: { cashfreeSecureIdApi: new CashfreeSecureIdApi() },
		credentials: { cashfreeSecureIdApi: credential },
		items: [{}],
	});
}
