import type { Check } from './check';
import { describeTrend } from './checkMemory';
import type { Day } from './day';
import type { Plan } from './plan';

export interface Versions {
	n8n: string;
	node: string;
	postgres: string;
	redis: string;
	cores: number;
}

const row = ({ claim, holds, figures, faults }: Check) =>
	`| ${claim} | ${figures} | ${holds ? 'yes' : `**no**: ${faults.join('; ')}`} |`;

/**
 * The page that shows the last day.
 *
 * @param plot file name of the plot, beside the page
 * @returns Markdown
 */
export function toPage(
	{ checks, counts, trends, marks, minutes }: Day,
	{ seed }: Plan,
	{ n8n, node, postgres, redis, cores }: Versions,
	{ date, plot }: { date: string; plot: string },
): string {
	const memory = checks.at(-1);
	const others = checks.slice(0, -1);
	const { retried, submitted, runsAgain, deliveredAgain, limited } = counts;
	return `# The last day in half an hour

\`npm run soak\` wrote this page. [What it does](../test/soak/README.md).

${date}, n8n ${n8n} on Node.js ${node}, PostgreSQL ${postgres}, Redis ${redis}, ${cores} cores, seed ${seed}, ${minutes.toFixed(0)} minutes.

| What has to hold | Counted | Holds |
| --- | --- | --- |
${others.map(row).join('\n')}
| ${memory?.claim} | see below | ${memory?.holds ? 'yes' : '**no**'} |

Done by hand, as the guides say: ${runsAgain} runs started again, ${retried} executions retried from n8n's list, ${submitted} forms filled in again. Deliveries that had to be sent again: ${deliveredAgain}. Rate-limit responses: ${limited}.

What happened: ${marks.map((mark) => `${mark.text.toLowerCase().replace('postgresql', 'PostgreSQL')} (minute ${mark.minutes.toFixed(1)})`).join(', ')}.

## Memory

Slope of the memory in MB a minute, with its 95 % confidence interval, after the first third of each process's life. [When it counts as flat](../test/soak/README.md#what-has-to-hold).

${trends.map((trend) => `- ${describeTrend(trend)}`).join('\n')}

![Memory of each process](${plot})
`;
}
