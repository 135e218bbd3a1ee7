import { memoryTrend } from './checkMemory';
import { toPage } from './page';
import { plotMemory } from './plot';
import { planDay } from './plan';
import { check } from './check';

const series = ['main', 'worker <1>'].map((process, number) => ({
	process,
	samples: Array.from({ length: 200 }, (_, index) => ({
		minutes: index / 12,
		mb: 300 + 100 * number + (index % 7),
	})),
}));
const trends = series.map(memoryTrend);
const marks = [{ minutes: 7.8, text: 'A worker is killed' }];

const plot = plotMemory(series, trends, marks);

it('draws the memory and the trend of each process, and numbers what was done', () => {
	expect(plot.match(/class="memory"/g)).toHaveLength(2);
	expect(plot.match(/class="trend"/g)).toHaveLength(2);
	expect(plot.match(/class="mark"/g)).toHaveLength(2);
	expect(plot).toContain('1: A worker is killed');
	expect(plot).toContain('worker &lt;1&gt;: ');
	expect(plot).not.toContain('NaN');
});

it('has a colour for each thing on light and on dark pages', () => {
	const [light = '', dark = ''] = plot.split('@media (prefers-color-scheme: dark)');
	for (const name of ['text', '.quiet', '.frame', '.memory', '.trend', '.mark', '.page']) {
		expect(light).toContain(`${name} {`);
		expect(dark).toContain(`${name} {`);
	}
});

it('draws no trend of a process that ended early', () => {
	const early = series.map(({ process, samples }) => ({ process, samples: samples.slice(0, 40) }));
	expect(plotMemory(early, early.map(memoryTrend), [])).not.toContain('class="trend"');
});

it('gives a page that says what did not hold', () => {
	const counts = {
		retried: 3,
		submitted: 1,
		cutOff: 4,
		runsAgain: 2,
		deliveredAgain: 5,
		limited: 9,
	};
	const checks = [
		check('Each is there', '2 things', ['b: 0 times']),
		check('Memory is flat', '', []),
	];
	const versions = { n8n: '2.41.1', node: '24', postgres: '17.10', redis: '7.0.15', cores: 2 };
	const day = { checks, counts, series, trends, marks, minutes: 31 };
	const page = toPage(day, planDay(7, 0.02), versions, { date: '2026-11-28', plot: 'soak.svg' });
	expect(page).toContain('| Each is there | 2 things | **no**: b: 0 times |');
	expect(page).toContain('| Memory is flat | see below | yes |');
	expect(page).toContain('seed 7, 31 minutes');
	expect(page).toContain('a worker is killed (minute 7.8)');
});
