import type { Row } from '../measurement';

const short = (value: number) => value.toFixed(value < 10 ? 2 : 0);

/** @returns a Markdown table */
export function toTable(rows: Row[]): string {
	const lines = rows.map(({ id, work, beside, reach, atLeast = false, ratio }) => {
		const { median, min, max } = ratio;
		const isReached = atLeast ? median >= reach : median <= reach;
		const spread = `${short(min)} to ${short(max)}`;
		const goal = `${atLeast ? 'at least' : 'at most'} ${reach}`;
		return [id, work, beside, `**${short(median)}**`, spread, goal, isReached ? 'yes' : 'no'];
	});
	const head = ['', 'Work', 'Beside', 'Ratio', 'Spread', 'To reach', 'Reached'];
	return [head, head.map(() => '---'), ...lines]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
