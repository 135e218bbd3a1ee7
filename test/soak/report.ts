import type { Check } from './check';
import type { Day } from './day';

const textOf = ({ claim, holds, figures, faults }: Check): string =>
	[
		`${holds ? 'yes' : 'NO '}  ${claim}: ${figures}`,
		...faults.map((fault) => `       ${fault}`),
	].join('\n');

/** @returns what came of a day, as lines to print */
export function report({ checks, counts }: Pick<Day, 'checks' | 'counts'>): string {
	const { retried, submitted, runsAgain, deliveredAgain, limited } = counts;
	return [
		...checks.map(textOf),
		`${limited} rate-limit responses; ${deliveredAgain} deliveries sent again`,
		`Done by hand: ${runsAgain} runs again, ${retried} executions retried, ${submitted} forms again`,
	].join('\n');
}
