import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, ShownOperation } from './operation';

/** What the file of an operation exports. */
export interface OperationFile {
	/** How it stands in the list of operations; its value is the name that the index gives it */
	option: Omit<INodePropertyOptions, 'value'>;
	/** Its fields */
	description: INodeProperties[];
	operation: Operation;
}

export interface Resource {
	operations: Record<string, ShownOperation>;
	description: INodeProperties[];
}

/**
 * @param resource the resource's value
 * @param files what its index exports
 * @param defaultOperation one of the names in `files`
 */
export function resourceOf(
	resource: string,
	files: Record<string, OperationFile>,
	defaultOperation: string,
): Resource {
	const entries = Object.entries(files);
	const options = entries.map(([value, { option }]) => ({ ...option, value }));
	return {
		operations: Object.fromEntries(
			entries.map(([value, { operation, description }]) => [value, { ...operation, description }]),
		),
		description: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [resource] } },
				options: options.sort((a, b) => (a.name < b.name ? -1 : 1)),
				default: defaultOperation,
			},
			...entries.flatMap(([, { description }]) => description),
		],
	};
}
