/**
 * @import { INodeType } from 'n8n-workflow'
 * @typedef {{
 *   type: string | string[], properties?: Record<string, Schema>, items?: Schema,
 *   additionalProperties?: boolean,
 * }} Schema
 */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../../nodes/CashfreeVkyc/__schema__/v1.0.0');

/** @type {string[]} the operations that have an output schema, as `<resource>/<operation>` */
const schemaNames = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.json'))
	.map((path) => path.replaceAll('\\', '/').replace(/\.json$/, ''))
	.sort();

/**
 * @param {string} name `<resource>/<operation>`
 * @returns {Schema & { version: number }}
 */
const schemaOf = (name) => require(join(folder, `${name}.json`));

/**
 * The same schema, which takes no property that it does not name.
 *
 * @param {Schema} schema
 * @returns {Schema}
 */
function closed(schema) {
	const { properties, items } = schema;
	const entries = Object.entries(properties ?? {}).map(([key, part]) => [key, closed(part)]);
	return {
		...schema,
		...(properties && { properties: Object.fromEntries(entries), additionalProperties: false }),
		...(items && { items: closed(items) }),
	};
}

/**
 * The paths of all leaves that a schema names, such as `user.phone` or `security_questions[].order`.
 *
 * @param {Schema} schema
 * @param {string} [path]
 * @returns {string[]}
 */
function leavesOf({ properties, items }, path = '') {
	if (items) return leavesOf(items, `${path}[]`);
	if (!properties) return [path];
	return Object.entries(properties).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`));
}

/**
 * The paths of all leaves that a value has, in the form of `leavesOf`.
 *
 * @param {unknown} value
 * @param {string} [path]
 * @returns {string[]}
 */
function leavesIn(value, path = '') {
	if (Array.isArray(value)) return value.flatMap((item) => leavesIn(item, `${path}[]`));
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, part]) => leavesIn(part, `${path}.${key}`));
}

/**
 * The operations that a node offers in the editor, as `<resource>/<operation>`.
 *
 * @param {INodeType} node
 */
function offeredBy({ description }) {
	const lists = description.properties.filter(({ name }) => name === 'operation');
	return lists
		.flatMap(({ displayOptions, options = [] }) =>
			options.map(
				(option) => `${displayOptions?.show?.resource}/${'value' in option && option.value}`,
			),
		)
		.sort();
}

module.exports = { schemaNames, schemaOf, closed, leavesOf, leavesIn, offeredBy };
