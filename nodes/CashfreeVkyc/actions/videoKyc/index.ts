import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../run/operation';
import * as createSdkToken from './createSdkToken.operation';
import * as getStatus from './getStatus.operation';
import * as initiate from './initiate.operation';

export const operations: Record<string, Operation> = {
	createSdkToken: createSdkToken.operation,
	getStatus: getStatus.operation,
	initiate: initiate.operation,
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['videoKyc'] } },
		options: [
			{
				name: 'Create SDK Token',
				value: 'createSdkToken',
				action: 'Create SDK token for video KYC',
				description: 'Generate the token that embeds a session in an app or web page of your own',
			},
			{
				name: 'Get Status',
				value: 'getStatus',
				action: 'Get video KYC status',
				description: 'Retrieve how far a verification has come, and its recording',
			},
			{
				name: 'Initiate',
				value: 'initiate',
				action: 'Initiate video KYC',
				description: 'Generate a verification link for a user and have Cashfree send it',
			},
		],
		default: 'initiate',
	},
	...initiate.description,
	...getStatus.description,
	...createSdkToken.description,
];
