/** `operation` is e.g. `POST /vkyc`, `fields` the query and body fields together. */
export interface Call {
	operation: string;
	fields: Record<string, unknown>;
}

/**
 * `on` names operations (absent: any), `times` how often (default 1), `match` wanted field values.
 */
export interface When {
	on?: string | string[] | undefined;
	times?: number | undefined;
	match?: Record<string, unknown> | undefined;
}

export function applies({ on, match = {} }: When, { operation, fields }: Call): boolean {
	if (on !== undefined && ![on].flat().includes(operation)) return false;
	return Object.entries(match).every(([name, value]) => String(fields[name]) === String(value));
}

/** Things to happen to the next calls, oldest first. */
export class Queue<T> {
	#entries: { value: T; when: When; left: number }[] = [];

	add(value: T, when: When = {}) {
		this.#entries.push({ value, when, left: when.times ?? 1 });
	}

	/** @returns what is to happen to this call, now used once */
	take(call: Call): T | undefined {
		const entry = this.#entries.find(({ when }) => applies(when, call));
		if (!entry) return undefined;
		entry.left -= 1;
		if (entry.left <= 0) this.#entries.splice(this.#entries.indexOf(entry), 1);
		return entry.value;
	}

	/** @returns what is still to happen, and how often */
	list(): { value: T; when: When; left: number }[] {
		return [...this.#entries];
	}

	clear() {
		this.#entries.length = 0;
	}
}
