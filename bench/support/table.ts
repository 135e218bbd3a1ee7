import type { Row } from '../measurement';

export const short = (value: number) => value.toFixed(value < 10 ? 2 : 0);

/** With a digit more where two would hide on which side of the goal the ratio lies. */
function median({ ratio: { median: value }, reach }: Row): string {
	const isHidden = reach !== undefined && value > reach && Number(short(value)) <= reach;
	return isHidden ? value.toFixed(3) : short(value);
}

/** @returns undefined where there is nothing to reach */
export const isReached = ({ reach, ratio }: Pick<Row, 'reach' | 'ratio'>): boolean | undefined =>
	reach === undefined ? undefined : ratio.median <= reach;

/** @returns the letter of the work, as in the table of README.md */
export const letterOf = ({ id }: { id: string }): string => id.charAt(0);

/** @returns a Markdown table */
export function toTable(rows: Row[]): string {
	const lines = rows.map((row) => {
		const { work, beside, reach, ratio } = row;
		const spread = `${short(ratio.min)} to ${short(ratio.max)}`;
		const goal = reach === undefined ? '' : `at most ${reach}`;
		const reached = { true: 'yes', false: 'no', undefined: '' }[`${isReached(row)}`] ?? '';
		return [letterOf(row), work, beside, `**${median(row)}**`, spread, goal, reached];
	});
	const head = ['', 'Work', 'Beside', 'Ratio', 'Spread', 'To reach', 'Reached'];
	return [head, head.map(() => '---'), ...lines]
		.map((cells) => `| ${cells.join(' | ')} |`)
		.join('\n');
}
