import { check } from './check';
import type { Check } from './check';
import type { Series } from './series';
import { trendOf } from './trend';
import type { Trend } from './trend';

/** The share of a process's life that counts as its start, when memory has to rise. */
const warmUp = 1 / 3;
/** What a trend needs at least, in minutes after the start. */
const leastMinutes = 5;

/** Less growth than this, of the process's memory or in MB, is none that a day could show. */
const leastGrowth = { share: 0.02, mb: 2 };
/** The same for its last part beside its middle, which no interval makes wider. */
const lateGrowth = { share: 0.05, mb: 10 };

export interface MemoryTrend {
	process: string;
	/** undefined where the process did not live long enough to say */
	trend: Trend | undefined;
	/** the part of its life that was looked at, in minutes since the day began */
	from: number;
	to: number;
	/** the mean of the last fifth of that, less the mean of the middle fifth, in MB */
	late: number;
}

const mean = (values: number[]) => values.reduce((sum, mb) => sum + mb, 0) / values.length;

/** @returns the mean of each minute */
function perMinute({ samples }: Series): Array<[minutes: number, mb: number]> {
	const minutes = new Map<number, number[]>();
	for (const { minutes: at, mb } of samples) {
		const minute = Math.floor(at);
		minutes.set(minute, [...(minutes.get(minute) ?? []), mb]);
	}
	return [...minutes].map(([minute, values]) => [minute + 0.5, mean(values)]);
}

/** @returns the trend of the memory of a process, in MB per minute, behind its start */
export function memoryTrend(series: Series): MemoryTrend {
	const first = series.samples.at(0)?.minutes ?? 0;
	const to = series.samples.at(-1)?.minutes ?? 0;
	const from = first + (to - first) * warmUp;
	const points = perMinute({
		...series,
		samples: series.samples.filter(({ minutes }) => minutes >= from),
	});
	const isLong = to - from >= leastMinutes;
	const fifth = (number: number) => {
		const length = points.length / 5;
		const part = points.slice(Math.floor(number * length), Math.ceil((number + 1) * length));
		return mean(part.map(([, mb]) => mb));
	};
	const late = fifth(4) - fifth(2);
	return { process: series.process, trend: isLong ? trendOf(points) : undefined, from, to, late };
}

/** @returns whether it rises by more than noise: with all that the interval allows for, or late */
function isRising({ trend, from, to, late }: MemoryTrend): boolean {
	if (!trend) return false;
	const growth = (trend.slope - trend.margin) * (to - from);
	const memory = trend.start + trend.slope * from;
	const isMore = (mb: number, { share, mb: least }: typeof leastGrowth) =>
		mb > Math.max(least, share * memory);
	return isMore(growth, leastGrowth) || isMore(late, lateGrowth);
}

/** @returns such as `main: +0.1 ± 0.3 MB a minute` */
export function describeTrend({ process, trend }: MemoryTrend): string {
	if (!trend) return `${process}: too short to say`;
	const sign = trend.slope < 0 ? '-' : '+';
	return `${process}: ${sign}${Math.abs(trend.slope).toFixed(2)} ± ${trend.margin.toFixed(2)} MB a minute`;
}

const kindOf = ({ process }: MemoryTrend) => process.replace(/ \d+$/, '');

/**
 * Memory is flat where the lower end of its slope's confidence interval means no growth, and where
 * it is not much higher at the end than in the middle: a step, or a rise that grows, makes the
 * interval so wide that it says nothing.
 *
 * @param all whether one process of each kind has to have lived long enough to say
 */
export function checkMemory(trends: MemoryTrend[], all: boolean): Check {
	const figures = trends.map(describeTrend).join('; ');
	const judged = new Set(trends.filter(({ trend }) => trend).map(kindOf));
	const unjudged = trends.filter((each) => all && !judged.has(kindOf(each)));
	const faults = [...trends.filter(isRising), ...unjudged].map(describeTrend);
	if (all && trends.length === 0) faults.push('no process was watched');
	return check('The memory of each process is flat', figures, faults);
}
