import type { Row } from '../measurement';
import { escaped } from './svg';
import { isReached, letterOf, short } from './table';

const width = 980;
/** where the scale begins and ends */
const [left, right] = [560, 900];
const rowHeight = 34;
const top = 64;
/** what the scale shows at most */
const most = 2;

const style = `
	text { font: 13px system-ui, sans-serif; fill: #1f2328 }
	.beside, .axis { fill: #59636e; font-size: 11px }
	.value { font-weight: 600; text-anchor: end }
	.axis { text-anchor: middle }
	.page { fill: #ffffff }
	.grid { stroke: #d1d9e0 }
	.one { stroke: #59636e }
	.spread { stroke-width: 3; stroke-linecap: round }
	.goal { stroke: #1f2328; stroke-width: 2 }
	.reached { stroke: #1a7f37; fill: #1a7f37 }
	.missed { stroke: #cf222e; fill: #cf222e }
	.informs { stroke: #59636e; fill: #ffffff }
	@media (prefers-color-scheme: dark) {
		text { fill: #f0f6fc }
		.beside, .axis { fill: #9198a1 }
		.page { fill: #0d1117 }
		.grid { stroke: #3d444d }
		.one { stroke: #9198a1 }
		.goal { stroke: #f0f6fc }
		.reached { stroke: #3fb950; fill: #3fb950 }
		.missed { stroke: #f85149; fill: #f85149 }
		.informs { stroke: #9198a1; fill: #0d1117 }
	}
`;

const x = (ratio: number) => Math.round(left + ((right - left) * Math.min(ratio, most)) / most);

const kindOf = (row: Row) =>
	({ true: 'reached', false: 'missed', undefined: 'informs' })[`${isReached(row)}`];

/** A round mark where the goal is reached, a diamond where not, a hollow one where there is none. */
function mark(row: Row, y: number): string {
	const at = x(row.ratio.median);
	const kind = kindOf(row);
	if (kind === 'missed') {
		return `<path class="missed" d="M${at - 7} ${y}l7 -7l7 7l-7 7z"/>`;
	}
	return `<circle class="${kind}" cx="${at}" cy="${y}" r="5.5" stroke-width="2"/>`;
}

function line(row: Row, index: number): string {
	const y = top + index * rowHeight + rowHeight / 2;
	const { reach, ratio, work, beside } = row;
	const goal = reach === undefined ? '' : `<path class="goal" d="M${x(reach)} ${y - 11}v22"/>`;
	return `
	<text x="16" y="${y - 2}">${letterOf(row)}</text>
	<text x="40" y="${y - 2}">${escaped(work)}</text>
	<text class="beside" x="40" y="${y + 11}">beside ${escaped(beside)}</text>
	<path class="spread ${kindOf(row)}" d="M${x(ratio.min)} ${y}H${x(ratio.max)}"/>
	${goal}${mark(row, y)}
	<text class="value" x="${width - 16}" y="${y + 4}">${short(ratio.median)}</text>`;
}

function scale(height: number): string {
	const steps = Array.from({ length: most * 4 + 1 }, (_, step) => step / 4);
	return steps
		.map((ratio) => {
			const label = ratio === most ? `≥ ${most}` : String(ratio);
			const text = ratio % 0.5 ? '' : `<text class="axis" x="${x(ratio)}" y="54">${label}</text>`;
			const kind = ratio === 1 ? 'one' : 'grid';
			return `<path class="${kind}" d="M${x(ratio)} ${top}V${height - 16}"/>${text}`;
		})
		.join('\n\t');
}

/**
 * Draws the table: each row's median ratio, its spread and its goal, in light or dark as the reader's
 * system is.
 *
 * @returns an SVG image
 */
export function toPlot(rows: Row[]): string {
	const height = top + rows.length * rowHeight + 24;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
	<title>Ratios of the benchmarks; less is better</title>
	<style>${style}</style>
	<rect class="page" width="${width}" height="${height}"/>
	<text x="16" y="24">Time, or memory, beside that of the other; less is better</text>
	<text class="beside" x="16" y="42">Bar: all rounds. Upright line: to reach. ● reached, ◆ not reached, ○ nothing to reach</text>
	${scale(height)}${rows.map(line).join('')}
</svg>
`;
}
