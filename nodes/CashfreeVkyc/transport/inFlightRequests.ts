interface Entry<Result> {
	/** The item that sends the request */
	itemIndex: number;
	result: Promise<Result>;
}

/** Requests of a run that name the same thing, each sent once. */
export class InFlightRequests<Result> {
	private readonly entries = new Map<string | undefined, Entry<Result>>();

	/** @param mayRepeat whether another item may ask for this name; what none asks for is not kept */
	constructor(private readonly mayRepeat: (id: string) => boolean) {}

	/**
	 * The request of this name, started if no other item has.
	 *
	 * @param id names what the request creates; without, it is never shared
	 */
	getOrStart(
		id: string | undefined,
		itemIndex: number,
		start: () => Promise<Result>,
	): Entry<Result> {
		const known = this.entries.get(id);
		if (known) return known;
		const entry = { itemIndex, result: start() };
		if (id !== undefined && this.mayRepeat(id)) this.entries.set(id, entry);
		return entry;
	}
}
