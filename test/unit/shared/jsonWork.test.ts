import fc from 'fast-check';
import { quoteLongNumbers } from '../../../nodes/shared/json';
import type { CharacterSource } from '../../../nodes/shared/json';

const seed = Date.now() % 2 ** 31;

/** A text that counts how many characters of it are looked at or copied. */
class CountingText implements CharacterSource {
	work = 0;

	readonly length: number;

	constructor(private readonly text: string) {
		this.length = text.length;
	}

	charCodeAt(index: number): number {
		this.work++;
		return this.text.charCodeAt(index);
	}

	slice(start: number, end = this.length): string {
		this.work += end - start;
		return this.text.slice(start, end);
	}
}

/** How often each character is worked on, on average. */
function workPerCharacter(text: string): number {
	const counting = new CountingText(text);
	try {
		quoteLongNumbers(counting);
	} catch {
		// a number that is none ends the work early
	}
	return counting.work / text.length;
}

const hostile = [
	...['"', '\\', '\\"', '"\\', '1', '9999999999999999', '-', '.', '1e', 'e9', '@', ' ', ',', ':'],
	...['[', ']', '{', '}', '{"', '":', '[1,', '"a@b.c",'],
];
const megabytes = fc.integer({ min: 1, max: 16 });
const pieces = fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 8 });

describe(`the work that a text of 1 to 16 MB makes (seed ${seed})`, () => {
	it('is at most four steps for each character, whatever is repeated', () => {
		const property = fc.property(megabytes, pieces, (size, parts) => {
			const piece = parts.join('');
			return workPerCharacter(piece.repeat((size * 2 ** 20) / piece.length)) <= 4;
		});
		fc.assert(property, { seed, numRuns: 10 });
	});

	it.each(hostile)('is at most four steps for each character of %j, repeated', (piece) => {
		expect(workPerCharacter(piece.repeat(2 ** 20))).toBeLessThanOrEqual(4);
	});
});
