import type {
	ICredentialType,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	NodeApiError,
} from 'n8n-workflow';
/** A credential type, a node and a trigger for the harness's own tests. */
import { NodeConnectionTypes } from 'n8n-workflow';

export const sampleApi: ICredentialType = {
	name: 'sampleApi',
	displayName: 'Sample API',
	properties: [
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
		{ displayName: 'Scheme', name: 'scheme', type: 'string', default: 'Token' },
		{ displayName: 'Secret', name: 'secret', type: 'string', default: '' },
	],
	async authenticate({ scheme, secret }, request) {
		if (!secret) throw new Error('The secret is empty');
		return { ...request, headers: { ...request.headers, authorization: `${scheme} ${secret}` } };
	},
};

export const sample: INodeType = {
	description: {
		displayName: 'Sample',
		name: 'sample',
		group: ['transform'],
		version: 1,
		description: 'Sends each item to the sample service',
		defaults: { name: 'Sample' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'sampleApi', required: true, testedBy: 'sampleApiTest' }],
		properties: [
			{ displayName: 'Path', name: 'path', type: 'string', default: '/echo', required: true },
			{ displayName: 'Body', name: 'body', type: 'json', default: '{}' },
		],
	},
	methods: {
		credentialTest: {
			async sampleApiTest({ data }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				const { statusCode } = await this.helpers.request({
					method: 'POST',
					uri: `${data?.baseUrl}/${data?.secret === 'right' ? 200 : 401}`,
					headers: { authorization: `${data?.scheme} ${data?.secret}` },
					simple: false,
					resolveWithFullResponse: true,
				});
				return statusCode === 200
					? { status: 'OK', message: 'Works' }
					: { status: 'Error', message: `The service answered ${statusCode}` };
			},
		},
	},
	async execute() {
		const output: INodeExecutionData[] = [];
		for (const item of this.getInputData().keys()) {
			try {
				const { baseUrl } = await this.getCredentials('sampleApi', item);
				const json = await this.helpers.httpRequestWithAuthentication.call(this, 'sampleApi', {
					method: 'POST',
					url: `${baseUrl}${this.getNodeParameter('path', item)}`,
					body: this.getNodeParameter('body', item),
					json: true,
				});
				output.push({ json, pairedItem: { item } });
			} catch (error) {
				if (!this.continueOnFail()) throw error;
				const apiError = error as NodeApiError;
				output.push({ json: { sent: item }, error: apiError, pairedItem: { item } });
			}
		}
		this.logger.info('Sent', { items: output.length });
		this.addExecutionHints({ message: `${output.length} sent`, location: 'outputPane' });
		this.setMetadata({ tracing: { sent: output.length } });
		return [output];
	},
};
