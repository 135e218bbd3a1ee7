import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { cashfreeSecureIdApiTest } from '../../credentials/credentialTest';
import { resourceOf } from './actions/resource';
import type { Resource } from './actions/resource';
import * as user from './actions/user';
import * as videoKyc from './actions/videoKyc';
import { optionsDescription } from './run/options';
import { runItems } from './run/runItems';

const resources: Record<string, Resource> = {
	user: resourceOf('user', user, 'createOrGet'),
	videoKyc: resourceOf('videoKyc', videoKyc, 'initiate'),
};

export class CashfreeVkyc implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Cashfree VKYC',
		name: 'cashfreeVkyc',
		icon: {
			light: 'file:../../icons/cashfree-vkyc.svg',
			dark: 'file:../../icons/cashfree-vkyc.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Verify the identity of customers by Video KYC (V-CIP) with Cashfree Secure ID: create users, send verification links, get the status',
		defaults: { name: 'Cashfree VKYC' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'cashfreeSecureIdApi', required: true, testedBy: 'cashfreeSecureIdApiTest' },
		],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'User', value: 'user' },
					{ name: 'Video KYC', value: 'videoKyc' },
				],
				default: 'videoKyc',
			},
			...resources.videoKyc.description,
			...resources.user.description,
			optionsDescription,
		],
	};

	methods = { credentialTest: { cashfreeSecureIdApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const run = resources[resource]?.operations[operation];
		if (!run) {
			throw new NodeOperationError(this.getNode(), 'This node has no such operation', {
				description:
					"Choose another 'Operation'. For a request of your own, use the HTTP Request node.",
			});
		}
		return [await runItems(this, run, this.continueOnFail())];
	}
}
