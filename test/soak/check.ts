/** Whether something held for the whole day. */
export interface Check {
	/** what has to be so, as a sentence */
	claim: string;
	holds: boolean;
	/** what was counted */
	figures: string;
	/** what was not so, some of it */
	faults: string[];
}

const mostShown = 10;

/** @param faults none where the claim holds */
export function check(claim: string, figures: string, faults: string[]): Check {
	const shown = faults.slice(0, mostShown);
	const left = faults.length - shown.length;
	if (left > 0) shown.push(`… and ${left} more`);
	return { claim, holds: faults.length === 0, figures, faults: shown };
}

/** @returns how often each of them stands in the list */
export function countsOf(list: string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1);
	return counts;
}

/**
 * @param wanted each of them once
 * @returns a line for each that is not there once, and for each that nobody wanted
 */
export function notOnce(wanted: string[], found: string[]): string[] {
	const counts = countsOf(found);
	const wrong = wanted.filter((each) => counts.get(each) !== 1);
	const known = new Set(wanted);
	const strange = [...counts.keys()].filter((each) => !known.has(each));
	return [
		...wrong.map((each) => `${each}: ${counts.get(each) ?? 0} times`),
		...strange.map((each) => `${each}: nobody asked for it`),
	];
}
