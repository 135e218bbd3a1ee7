import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { cashfreeSecureIdApiTest } from '../../credentials/credentialTest';
import { resourceOf } from './actions/resource';
import type { Resource } from './actions/resource';
import { user } from './actions/user';
import { videoKyc } from './actions/videoKyc';
import type { ShownOperation } from './actions/operation';
import { outputAndOptions } from './descriptions/options';
import { runItems } from './actions/router';
import { subtitleOf } from './subtitle';

const resources: Record<string, Resource> = {
	videoKyc: resourceOf({ name: 'Video KYC', value: 'videoKyc' }, videoKyc),
	user: resourceOf({ name: 'User', value: 'user' }, user),
};

const resourceProperty: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: Object.values(resources).map(({ option }) => option),
	default: 'videoKyc',
};

/** Stands in where the node has no such operation, so that each item is refused by itself. */
const unknownOperation: ShownOperation = {
	description: outputAndOptions({}),
	simplified: [],
	prepare({ fieldError }) {
		const rule =
			'Choose an operation from the list, without an expression. For other requests, use the HTTP Request node.';
		throw fieldError('Operation')('is not available in this node', rule);
	},
};

function chosenOperation(context: IExecuteFunctions): ShownOperation {
	// as it is, unresolved: an expression could give each item another operation, or none
	const chosen = (parameter: string) =>
		String(context.getNodeParameter(parameter, 0, '', { rawExpressions: true }));
	const own = <Value>(values: Record<string, Value>, name: string) =>
		Object.hasOwn(values, name) ? values[name] : undefined;
	const resource = own(resources, chosen('resource'));
	return (resource && own(resource.operations, chosen('operation'))) ?? unknownOperation;
}

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
		subtitle: subtitleOf(resources),
		description:
			'Send customers Cashfree Video KYC (V-CIP) links, get the status, outcome and recording of a verification, and manage users',
		documentationUrl:
			'https://github.com/n8n-nodes-cashfree-vkyc/n8n-nodes-cashfree-vkyc/blob/main/docs/operations.md#video-kyc',
		builderHint: {
			searchHint:
				'For Video KYC (V-CIP) with Cashfree. To send a customer a verification link: resource videoKyc, operation initiate, which creates the user, too. Each initiate with a new verification ID messages a real person and costs money.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-cashfree-vkyc.cashfreeVkycTrigger',
					relationHint: 'Starts a workflow when a verification makes progress or ends',
				},
			],
		},
		defaults: { name: 'Cashfree VKYC' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'cashfreeSecureIdApi', required: true, testedBy: 'cashfreeSecureIdApiTest' },
		],
		properties: [
			resourceProperty,
			...Object.values(resources).flatMap(({ description }) => description),
		],
	};

	methods = { credentialTest: { cashfreeSecureIdApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await runItems(this, chosenOperation(this), this.continueOnFail())];
	}
}
