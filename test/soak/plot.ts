import { escaped } from '../../bench/support/svg';
import { describeTrend } from './checkMemory';
import type { MemoryTrend } from './checkMemory';
import type { Series } from './series';

/** Something that was done to the processes, in minutes since the day began. */
export interface Mark {
	minutes: number;
	text: string;
}

const panel = { width: 340, height: 96, gap: 56, left: 44, top: 92 };
const columns = 2;
const pageWidth = columns * panel.width + 3 * panel.left;

const style = `
text { font: 12px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 16px; font-weight: 600; }
.quiet { fill: #59636e; font-size: 11px; }
.frame { stroke: #d1d9e0; fill: none; }
.memory { stroke: #0969da; stroke-width: 1.5; fill: none; }
.trend { stroke: #bc4c00; stroke-width: 2; stroke-dasharray: 5 3; fill: none; }
.mark { stroke: #59636e; stroke-dasharray: 2 3; }
.page { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc; }
.quiet { fill: #9198a1; }
.frame { stroke: #3d444d; }
.memory { stroke: #4493f8; }
.trend { stroke: #f0883e; }
.mark { stroke: #9198a1; }
.page { fill: #0d1117; }
}`;

/** @returns the next figure that is easy to read */
function roundedUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	return power * ([1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10);
}

interface Panel {
	series: Series;
	trend: MemoryTrend;
	marks: Mark[];
	/** minutes of the whole day */
	end: number;
}

/** One process: its memory from zero on, its trend, and when something was done. */
function drawPanel({ series, trend, marks, end }: Panel): string {
	const { width, height } = panel;
	const most = roundedUp(Math.max(...series.samples.map(({ mb }) => mb), 1));
	const at = (minutes: number, mb: number) =>
		`${((minutes / end) * width).toFixed(1)},${(height - (mb / most) * height).toFixed(1)}`;
	const points = series.samples.map(({ minutes, mb }) => at(minutes, mb)).join(' ');
	const lines = marks.map(({ minutes }, index) => {
		const x = ((minutes / end) * width).toFixed(1);
		const number = `<text class="quiet" x="${x}" y="-3" text-anchor="middle">${index + 1}</text>`;
		return `<line class="mark" x1="${x}" x2="${x}" y1="0" y2="${height}"/>${number}`;
	});
	const parts = [
		`<text x="0" y="-18">${escaped(describeTrend(trend))}</text>`,
		`<rect class="frame" width="${width}" height="${height}"/>`,
		...lines,
		`<polyline class="memory" points="${points}"/>`,
		`<text class="quiet" x="-6" y="10" text-anchor="end">${most}</text>`,
		`<text class="quiet" x="-6" y="${height}" text-anchor="end">0 MB</text>`,
		`<text class="quiet" x="${width}" y="${height + 14}" text-anchor="end">${Math.round(end)} min</text>`,
	];
	if (trend.trend) {
		const { start, slope } = trend.trend;
		const [from, to] = [trend.from, trend.to].map((x) => at(x, start + slope * x));
		parts.push(`<polyline class="trend" points="${from} ${to}"/>`);
	}
	return parts.join('\n');
}

/**
 * The memory of each process over the day, for light and dark pages.
 *
 * @param trends of the same processes, in the same order
 * @returns an SVG
 */
export function plotMemory(all: Series[], trends: MemoryTrend[], marks: Mark[]): string {
	const end = Math.max(...all.flatMap(({ samples }) => samples.map(({ minutes }) => minutes)), 1);
	const panels = all.map((series, index) => {
		const trend = trends[index];
		if (!trend) return '';
		const x = panel.left + (index % columns) * (panel.width + panel.left);
		const y = panel.top + Math.floor(index / columns) * (panel.height + panel.gap);
		return `<g transform="translate(${x} ${y})">\n${drawPanel({ series, trend, marks, end })}\n</g>`;
	});
	const rows = Math.ceil(all.length / columns);
	const height = panel.top + rows * (panel.height + panel.gap);
	const legend = marks.map(({ text }, index) => `${index + 1}: ${text}`).join(' · ');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pageWidth} ${height}" role="img">`,
		'<title>Memory of each process over the day</title>',
		`<style>${style}</style>`,
		`<rect class="page" width="${pageWidth}" height="${height}"/>`,
		`<text class="title" x="${panel.left}" y="26">Memory of each process, and its trend after the start</text>`,
		`<text class="quiet" x="${panel.left}" y="46">${escaped(legend)}</text>`,
		...panels,
		'</svg>\n',
	].join('\n');
}
