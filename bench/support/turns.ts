/**
 * Measures several works in each round, one after the other, in an order that turns from round to
 * round: what the machine does meanwhile, and what a work leaves behind, hits all alike.
 *
 * @param works by name
 * @param before told the number of each round, from 1
 * @returns of each work, by name, the results of all rounds
 */
export async function inTurns<Name extends string, Result>(
	works: Record<Name, () => Promise<Result>>,
	rounds: number,
	before: (round: number) => void = () => {},
): Promise<Record<Name, Result[]>> {
	const names = Object.keys(works) as Name[];
	const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Name,
		Result[]
	>;
	for (let round = 0; round < rounds; round++) {
		before(round + 1);
		const first = Math.floor(round / 2) % names.length;
		const order = [...names.slice(first), ...names.slice(0, first)];
		for (const name of round % 2 === 0 ? order : order.toReversed()) {
			results[name].push(await works[name]());
		}
	}
	return results;
}
