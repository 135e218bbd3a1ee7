import { leadsInParts } from '../e2e/support/runs';
import { Random } from '../unit/CashfreeVkycTrigger/random';
import { planDeliveries } from './planDeliveries';
import type { PlannedDelivery } from './planDeliveries';

/** An execution that waits: what ends its verification, and the branch it must take then. */
export interface PlannedWait {
	id: string;
	step: 'approved' | 'rejected' | 'expired';
	branch: string;
	startsAt: number;
	endsAt: number;
}

/** Runs that start at the same moment, each with its items. */
export interface Wave {
	at: number;
	parts: { id: string; phone: string }[][];
}

/** All that happens in a day; each `at` is a share of it, from 0 to 1. */
export interface Plan {
	seed: number;
	/** whether it is no part of one, in which not all comes about */
	isWhole: boolean;
	/** how long it takes, in milliseconds */
	ms: number;
	deliveries: PlannedDelivery[];
	waits: PlannedWait[];
	waves: Wave[];
	/** in the middle of which a worker is killed */
	killedIn: Wave;
	webhookStoppedAt: number;
	/** in the middle of which PostgreSQL is restarted */
	restartedIn: Wave;
}

const wholeDay = { minutes: 26, waits: 200, events: 3_000, items: 2_000, waves: 10 };
const runsPerWave = 2;

const ends = [
	{ step: 'approved', branch: 'Approved' },
	{ step: 'rejected', branch: 'Rejected' },
	{ step: 'expired', branch: 'Link expired' },
] as const;

/** Numbers above those of the leads, since phone numbers are made from them. */
const firstWait = 5_000;

function planWaits(count: number, random: Random): PlannedWait[] {
	return Array.from({ length: count }, (_, index) => {
		const startsAt = 0.02 + 0.3 * (index / count);
		const [from, to] = [Math.max(startsAt + 0.05, 0.2), 0.9];
		const endsAt = from + random.next() * (to - from);
		return { id: `wait-${firstWait + index}`, ...random.pick(ends), startsAt, endsAt };
	});
}

function planWaves(items: number, count: number): Wave[] {
	const runs = count * runsPerWave;
	const parts = leadsInParts('lead', { runs, items: Math.round(items / runs) });
	return Array.from({ length: count }, (_, wave) => ({
		at: 0.9 * (wave / count),
		parts: parts.slice(wave * runsPerWave, (wave + 1) * runsPerWave),
	}));
}

/**
 * @param seed the same gives the same day
 * @param scale share of a whole day, in time and in number
 */
export function planDay(seed: number, scale: number): Plan {
	const random = new Random(seed);
	const scaled = (count: number, atLeast: number) => Math.max(atLeast, Math.round(count * scale));
	const ms = Math.max(75_000, wholeDay.minutes * 60_000 * scale);
	const waves = planWaves(scaled(wholeDay.items, 100), scaled(wholeDay.waves, 5));
	const waveAt = (share: number) => waves[Math.floor(waves.length * share)] as Wave;
	return {
		seed,
		isWhole: scale === 1,
		ms,
		deliveries: planDeliveries(scaled(wholeDay.events, 150), random),
		waits: planWaits(scaled(wholeDay.waits, 10), random),
		waves,
		killedIn: waveAt(0.3),
		webhookStoppedAt: 0.5,
		restartedIn: waveAt(0.8),
	};
}
