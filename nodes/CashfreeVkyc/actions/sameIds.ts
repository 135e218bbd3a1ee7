import type { IDataObject, INode, NodeOperationError } from 'n8n-workflow';
import { ExactNumber, exactJson } from '../../shared/exactJson';
import { operationError } from '../errors/operationError';
import { nameOfCreated } from '../transport/request';
import type { CashfreeRequest, Creates } from '../transport/request';

/** The same data, with the keys of each object in one order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null || value instanceof ExactNumber) return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}

/** A field's JSON as it is sent, but for the order of keys. */
const fieldText = (body: IDataObject, key: string) =>
	Object.hasOwn(body, key) ? exactJson(sorted(body[key])) : undefined;

/** The first field in which two bodies differ, `undefined` where they ask for the same. */
export function firstDifference(one: IDataObject, other: IDataObject): string | undefined {
	if (one === other) return undefined;
	const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
	return [...keys].find((key) => fieldText(one, key) !== fieldText(other, key));
}

/** The label of the first field in which a request differs from an earlier one of its ID. */
function otherField(
	earlier: CashfreeRequest,
	body: IDataObject,
	creates: Creates,
): string | undefined {
	const { labels, takesExisting } = creates;
	const key = firstDifference(earlier.body ?? {}, body);
	if (key !== undefined) {
		return (Object.hasOwn(labels, key) ? labels[key] : undefined) ?? 'Additional Body Fields';
	}
	// the one request can either take what exists or refuse it
	return earlier.creates?.takesExisting === takesExisting ? undefined : 'If Verification Exists';
}

/** The refusal of an item that has the ID of an earlier one, but asks for something else. */
function refusal(node: INode, itemIndex: number, { idLabel, idValue }: Creates, field: string) {
	const id = idValue === undefined ? '' : ` '${idValue}'`;
	const words = {
		message: `This item has the same '${idLabel}'${id} as an earlier item, but another '${field}'`,
		description: 'Give each item its own ID, or remove the item that you do not want.',
	};
	const data = { code: 'same_id_in_run', field, outcome: 'not_sent' };
	return operationError(node, itemIndex, words, data);
}

/**
 * What the items of a run create, by ID. Items that ask for the same share one request; of two that
 * ask for different things, the later one is refused.
 */
export class SameIds {
	/** The first item that claimed a name */
	private readonly known = new Map<string, number>();

	private readonly repeated = new Set<string>();

	/** @param requestsOf gives what an item that has claimed is to send */
	constructor(
		private readonly node: INode,
		private readonly requestsOf: (itemIndex: number) => readonly CashfreeRequest[],
	) {}

	/**
	 * Claims the IDs of an item's requests, all of them or none.
	 *
	 * @param account of Cashfree, that the item is sent to
	 * @returns the refusal of the item where an earlier one asks for something else under one of them
	 */
	claim(
		account: string,
		requests: readonly CashfreeRequest[],
		itemIndex: number,
	): NodeOperationError | undefined {
		const claimed: string[] = [];
		for (const { body = {}, creates } of requests) {
			if (creates?.id === undefined) continue;
			const name = nameOfCreated(account, creates.id);
			const earlier = this.earlier(name, creates.id);
			const field = earlier && otherField(earlier, body, creates);
			if (field) return refusal(this.node, itemIndex, creates, field);
			claimed.push(name);
		}
		for (const name of claimed) {
			if (this.known.has(name)) this.repeated.add(name);
			else this.known.set(name, itemIndex);
		}
		return undefined;
	}

	private earlier(name: string, id: string): CashfreeRequest | undefined {
		const itemIndex = this.known.get(name);
		if (itemIndex === undefined) return undefined;
		const earlier = this.requestsOf(itemIndex).find(({ creates }) => creates?.id === id);
		// shared without a comparison, the later item would get what it did not ask for
		if (!earlier) throw new Error('An earlier item of this ID asks for something else now');
		return earlier;
	}

	/** Whether several items claimed what has this name. */
	isRepeated(name: string): boolean {
		return this.repeated.has(name);
	}

	/** To be called once the last item has claimed: no further name is compared. */
	end(): void {
		this.known.clear();
	}
}
