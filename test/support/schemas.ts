import type { INodeType } from 'n8n-workflow';
type Schema = {
	type: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
	additionalProperties?: boolean;
};
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../nodes/CashfreeVkyc/__schema__/v1.0.0');

/** the operations that have an output schema, as `<resource>/<operation>` */
export const schemaNames: string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.json'))
	.map((path) => path.replaceAll('\\', '/').replace(/\.json$/, ''))
	.sort();

/** @param name `<resource>/<operation>` */
export const schemaOf = (name: string): Schema & { version: number } =>
	JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Schema & { version: number };

/** The same schema, which takes no property that it does not name. */
export function closed(schema: Schema): Schema {
	const { properties, items } = schema;
	const entries = Object.entries(properties ?? {}).map(([key, part]) => [key, closed(part)]);
	return {
		...schema,
		...(properties && { properties: Object.fromEntries(entries), additionalProperties: false }),
		...(items && { items: closed(items) }),
	};
}

/** The paths of all leaves that a schema names, such as `user.phone` or `security_questions[].order`. */
export function leavesOf({ properties, items }: Schema, path: string = ''): string[] {
	if (items) return leavesOf(items, `${path}[]`);
	if (!properties) return [path];
	return Object.entries(properties).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`));
}

/** The paths of all leaves that a value has, in the form of `leavesOf`. */
export function leavesIn(value: unknown, path: string = ''): string[] {
	if (Array.isArray(value)) return value.flatMap((item) => leavesIn(item, `${path}[]`));
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, part]) => leavesIn(part, `${path}.${key}`));
}

/** The operations that a node offers in the editor, as `<resource>/<operation>`. */
export function offeredBy({ description }: INodeType) {
	const lists = description.properties.filter(({ name }) => name === 'operation');
	return lists
		.flatMap(({ displayOptions, options = [] }) =>
			options.map(
				(option) => `${displayOptions?.show?.resource}/${'value' in option && option.value}`,
			),
		)
		.sort();
}
