import type { Check } from './check';

/** @returns the checks as lines to print */
export function report(checks: Check[]): string {
	return checks
		.flatMap(({ claim, holds, figures, faults }) => [
			`${holds ? 'yes' : 'NO '}  ${claim}: ${figures}`,
			...faults.map((fault) => `       ${fault}`),
		])
		.join('\n');
}
