import type { INodeProperties } from 'n8n-workflow';

/** What is common to the fields, the options in a collection, and the groups of a fixed collection. */
interface Shown {
	name: string;
	displayName?: string;
	options?: readonly Shown[];
	values?: readonly Shown[];
}

/**
 * The name on the screen of a field.
 *
 * @param properties the fields that the screen shows
 * @param path to the value among the node's parameters, e.g. `options`, `timeout`
 * @returns e.g. `Timeout (Seconds)`; of several entries with their number, from 1, e.g. `Answer 2`
 */
export function labelOf(properties: readonly INodeProperties[], path: readonly string[]): string {
	let among = properties as readonly Shown[];
	let label = path[0];
	let position = '';
	for (const step of path) {
		const shown = among.find(({ name }) => name === step);
		if (shown) {
			label = shown.displayName ?? shown.name;
			among = shown.options ?? shown.values ?? [];
		} else if (/^\d+$/.test(step)) {
			position = ` ${Number(step) + 1}`;
		}
	}
	return `${label}${position}`;
}
