import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** How the fields are named on the screen. */
export const outputLabels = {
	output: 'Output',
	outputFields: 'Output Fields',
	maskPersonalData: 'Mask Personal Data',
};

/** What each operation of both nodes has among its 'Options'. */
export const maskProperty: INodeProperties = {
	displayName: outputLabels.maskPersonalData,
	name: 'maskPersonalData',
	type: 'boolean',
	default: false,
	description:
		'Whether to replace Aadhaar details, security answers, remarks, recording link, and the name, phone, email and address of a user by masks, e.g. **-**-1995 for a date of birth',
};

/**
 * The fields above the 'Options' of each operation of both nodes.
 *
 * @param show when they are shown; always, where the node has no operations
 * @param example of fields to select, the last of them in another one
 */
export const outputProperties = (
	show: IDisplayOptions['show'] = {},
	example = { fields: 'status, vkyc_link', nested: 'aadhaar_details.name' },
): INodeProperties[] => [
	{
		displayName: outputLabels.output,
		name: 'output',
		type: 'options',
		options: [
			{
				name: 'Full Response',
				value: 'full',
				description: 'The complete response from Cashfree',
			},
			{
				name: 'Selected Fields',
				value: 'selected',
				description: "Only the fields named in 'Output Fields'",
			},
			{
				name: 'Simplified',
				value: 'simplified',
				description: 'Up to ten of the most useful fields, without nesting',
			},
		],
		default: 'full',
		displayOptions: { show },
		description: 'Which fields to return',
	},
	{
		displayName: outputLabels.outputFields,
		name: 'outputFields',
		type: 'string',
		default: '',
		displayOptions: { show: { ...show, output: ['selected'] } },
		placeholder: `e.g. ${example.fields}, ${example.nested}`,
		description: `Comma-separated list of the fields to return. Use dots to reach nested fields: ${example.nested} becomes ${example.nested.replace('.', '_')}. Fields that are missing in the response are null.`,
	},
];
