import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

type Part = NonNullable<INodeProperties['options']>[number];

const isParameter = (part: Part): part is INodeProperties => 'type' in part;

const valuesOf = (part: Part) => ('values' in part ? (part as INodePropertyCollection).values : []);

/** Each parameter of a node or credential, those inside collections too. */
export const parametersIn = (properties: INodeProperties[]): INodeProperties[] =>
	properties.flatMap((property) => [
		property,
		...parametersIn(property.options?.filter(isParameter) ?? []),
		...parametersIn(property.options?.flatMap(valuesOf) ?? []),
	]);
