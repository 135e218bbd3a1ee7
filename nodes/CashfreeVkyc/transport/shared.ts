import type { IDataObject } from 'n8n-workflow';

interface Entry<Result> {
	/** The item that sends the request */
	itemIndex: number;
	body: IDataObject;
	result: Promise<Result>;
}

/** Requests of a run that name the same thing, each sent once. */
export class SharedRequests<Result> {
	private readonly entries = new Map<string | undefined, Entry<Result>>();

	/**
	 * The request of this name, started if no other item has.
	 *
	 * @param id names what the request creates; without, it is never shared
	 */
	take(
		id: string | undefined,
		itemIndex: number,
		body: IDataObject,
		start: () => Promise<Result>,
	): Entry<Result> {
		const known = this.entries.get(id);
		if (known) return known;
		const entry = { itemIndex, body, result: start() };
		if (id !== undefined) this.entries.set(id, entry);
		return entry;
	}
}

/** The first field in which two bodies differ, `undefined` where they are the same. */
export function firstDifference(one: IDataObject, other: IDataObject): string | undefined {
	if (one === other) return undefined;
	const text = (value: unknown) => JSON.stringify(value);
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].find(
		(key) => text(one[key]) !== text(other[key]),
	);
}
