import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, ShownOperation } from './operation';

/** What the file of an operation exports. */
export interface OperationFile {
	/** Its entry in the list of operations; its value is the name that the index gives it */
	option: Omit<INodePropertyOptions, 'value'>;
	/** What it does, in the two or three words that the canvas has room for */
	subtitle: string;
	/** What an AI agent is told that has the operation as a tool */
	toolDescription: string;
	/** Its fields */
	description: INodeProperties[];
	operation: Operation;
}

export interface Resource {
	/** Its entry in the list of resources */
	option: INodePropertyOptions;
	operations: Record<string, ShownOperation>;
	/** Under each operation's name, what the canvas shows */
	subtitles: Record<string, string>;
	description: INodeProperties[];
}

/** Shown only where an AI agent uses the node. n8n's own, made from `action`, would say too little. */
const toolDescriptionProperty = (
	resource: string,
	operation: string,
	toolDescription: string,
): INodeProperties => ({
	displayName: 'Tool Description',
	name: 'toolDescription',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: toolDescription,
	displayOptions: { show: { '@tool': [true], resource: [resource], operation: [operation] } },
	description: 'What the AI agent is told about this tool. Add when to use it.',
});

/**
 * @param option its value is the resource's
 * @param files what its index exports, in the order of the list; the first is the default
 */
export function resourceOf(
	option: Resource['option'] & { value: string },
	files: Record<string, OperationFile>,
): Resource {
	const entries = Object.entries(files);
	const [defaultOperation = ''] = Object.keys(files);
	const resource = option.value;
	return {
		option,
		operations: Object.fromEntries(
			entries.map(([value, { operation, description }]) => [value, { ...operation, description }]),
		),
		subtitles: Object.fromEntries(
			entries.map(([value, { subtitle }]) => [value, `${subtitle}: ${option.name}`]),
		),
		description: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				displayOptions: { show: { resource: [resource] } },
				options: entries.map(([value, file]) => ({ ...file.option, value })),
				default: defaultOperation,
			},
			...entries.map(([value, file]) =>
				toolDescriptionProperty(resource, value, file.toolDescription),
			),
			...entries.flatMap(([, { description }]) => description),
		],
	};
}
