import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** The parameters that Initiate reads for a user who exists, with their defaults. */
const defaults: Record<string, INodeProperties['default']> = {
	verificationId: '',
	identifyUserBy: 'userId',
	userId: '',
	userTemplate: 'vkyc_user_template_v1',
	agentTemplate: 'vkyc_agent_template_v2',
	aadhaarDetails: 'none',
};

const properties: INodeProperties[] = [
	...Object.entries(defaults).map(([name, value]) => ({
		...{ displayName: name, name, default: value },
		type: 'string' as const,
	})),
	{
		...{ displayName: 'notificationTypes', name: 'notificationTypes', type: 'multiOptions' },
		options: ['email', 'sms', 'whatsapp'].map((value) => ({ name: value, value })),
		default: ['sms', 'whatsapp'],
	},
	...['securityQuestions', 'options'].map((name) => ({
		...{ displayName: name, name, default: {} },
		type: 'collection' as const,
		options: [{ displayName: 'At Once', name: 'atOnce', type: 'number' as const, default: 10 }],
	})),
];

/**
 * The least that a node can do to send what Initiate sends, as many at once: no check, no retry, no
 * limit, no message of its own.
 */
export class BareRequest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Bare Request',
		name: 'bareRequest',
		group: ['transform'],
		version: 1,
		description: 'Sends a request for each item',
		defaults: { name: 'Bare Request' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'cashfreeSecureIdApi', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const count = this.getInputData().length;
		const output = new Array<INodeExecutionData>(count);
		const { baseUrl } = await this.getCredentials('cashfreeSecureIdApi');
		const { atOnce = 10 } = this.getNodeParameter('options', 0) as { atOnce?: number };
		let next = 0;

		const send = async (item: number) => {
			const values = Object.fromEntries(
				properties.map(({ name }) => [name, this.getNodeParameter(name, item)]),
			);
			const body: IDataObject = {
				verification_id: values.verificationId,
				user_template: values.userTemplate,
				agent_template: values.agentTemplate,
				user_id: values.userId,
				notification_types: values.notificationTypes,
			};
			const url = `${String(baseUrl)}/vkyc`;
			const request = { method: 'POST' as const, url, body, json: true };
			const type = 'cashfreeSecureIdApi';
			return await this.helpers.httpRequestWithAuthentication.call(this, type, request);
		};

		const worker = async () => {
			while (next < count) {
				const item = next++;
				output[item] = { json: await send(item), pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: atOnce }, worker));
		return [output];
	}
}
