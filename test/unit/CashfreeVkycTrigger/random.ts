/** A small generator of repeatable random numbers (mulberry32), made from a seed of 32 bits. */
export class Random {
	constructor(private state: number) {}

	/** At least 0 and below 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number of at least 0 and below `limit`. */
	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	pick<T>(values: readonly T[]): T {
		return values[this.below(values.length)]!;
	}

	shuffle<T>(values: readonly T[]): T[] {
		return values
			.map((value) => ({ value, order: this.next() }))
			.sort((a, b) => a.order - b.order)
			.map(({ value }) => value);
	}

	text(alphabet: readonly string[], length: number): string {
		return Array.from({ length }, () => this.pick(alphabet)).join('');
	}
}
