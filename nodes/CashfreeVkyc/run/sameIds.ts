import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import type { CashfreeRequest, Creates } from '../transport/attempt';

/** JSON as text, the same for values that differ in the order of their keys only. */
function canonical(value: unknown): string | undefined {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
			: part,
	);
}

/** The first field in which two bodies differ, `undefined` where they ask for the same. */
export function firstDifference(one: IDataObject, other: IDataObject): string | undefined {
	if (one === other) return undefined;
	const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...keys].find((key) => canonical(one[key]) !== canonical(other[key]));
}

/** The refusal of an item that has the ID of an earlier one, but asks for something else. */
function refusal(node: INode, itemIndex: number, first: number, { labels }: Creates, key: string) {
	const field = labels[key] ?? 'Additional Body Fields';
	const message = `This item has the same '${labels.id}' as item ${first}, but another '${field}' [item ${itemIndex}]`;
	const fault = new NodeOperationError(node, message, {
		itemIndex,
		description: 'Give each item an ID of its own, or remove the item that is not wanted.',
	});
	// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
	fault.message = message;
	fault.context.data = { code: 'same_id_in_run', field, outcome: 'not sent' };
	return fault;
}

/**
 * What the items of a run create, by ID. Items that ask for the same share one request; of two that
 * ask for different things, the later one is refused.
 */
export class SameIds {
	private readonly known = new Map<string, { itemIndex: number; body: IDataObject }>();

	constructor(private readonly node: INode) {}

	/**
	 * Takes the IDs of an item's requests, all of them or none.
	 *
	 * @param account equal IDs in different accounts are different things
	 * @returns the refusal of the item where an earlier one asks for something else under one of them
	 */
	take(
		account: string,
		requests: readonly CashfreeRequest[],
		itemIndex: number,
	): NodeOperationError | undefined {
		const taken: Array<[string, IDataObject]> = [];
		for (const { body = {}, creates } of requests) {
			if (creates?.id === undefined) continue;
			const id = `${account} ${creates.id}`;
			const known = this.known.get(id);
			const difference = known && firstDifference(known.body, body);
			if (difference) return refusal(this.node, itemIndex, known.itemIndex, creates, difference);
			if (!known) taken.push([id, body]);
		}
		for (const [id, body] of taken) this.known.set(id, { itemIndex, body });
		return undefined;
	}
}
