import type { INodeProperties } from 'n8n-workflow';
import type { Operation } from '../../run/operation';
import * as create from './create.operation';
import * as createOrGet from './createOrGet.operation';
import * as get from './get.operation';
import * as update from './update.operation';

export const operations: Record<string, Operation> = {
	create: create.operation,
	createOrGet: createOrGet.operation,
	get: get.operation,
	update: update.operation,
};

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['user'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				action: 'Create user',
				description: 'Register a person at Cashfree by phone number',
			},
			{
				name: 'Create or Get',
				value: 'createOrGet',
				action: 'Create or get user',
				description: 'Register a person, or fetch the one who has this user ID already',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get user',
				description: 'Retrieve a person by user ID or user reference ID',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update user',
				description: 'Change the name, email or address of a person',
			},
		],
		default: 'createOrGet',
	},
	...create.description,
	...createOrGet.description,
	...get.description,
	...update.description,
];
