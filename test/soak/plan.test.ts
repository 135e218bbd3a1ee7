import { planDay } from './plan';

const day = planDay(11, 1);

it('has as much in a whole day as the guide says', () => {
	const kinds = day.deliveries.map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'genuine')).toHaveLength(3_000);
	expect(kinds.filter((kind) => kind === 'duplicate').length).toBeGreaterThan(500);
	expect(kinds.filter((kind) => kind === 'forged').length).toBeGreaterThan(250);
	expect(day.waits).toHaveLength(200);
	expect(day.waves.flatMap(({ parts }) => parts.flat())).toHaveLength(2_000);
});

it('names each event, verification and person once', () => {
	const events = day.deliveries.flatMap(({ kind, event }) =>
		kind === 'genuine' ? [`${event.data.verification_id} ${event.event_type}`] : [],
	);
	expect(new Set(events).size).toBe(3_000);
	const leads = day.waves.flatMap(({ parts }) => parts.flat());
	expect(new Set(leads.map(({ phone }) => phone)).size).toBe(2_000);
	expect(new Set([...leads, ...day.waits].map(({ id }) => id)).size).toBe(2_200);
});

it('repeats and forges no event before it was sent', () => {
	const sent = new Set<string>();
	for (const { kind, event } of day.deliveries) {
		const name = `${event.data.verification_id} ${event.event_type}`;
		if (kind === 'genuine') sent.add(name);
		expect(sent).toContain(name);
	}
});

it('ends each wait after its start, within the day', () => {
	for (const { startsAt, endsAt } of day.waits) {
		expect(endsAt).toBeGreaterThan(startsAt);
		expect(endsAt).toBeLessThan(1);
	}
});

it('is the same for the same seed, and another for another', () => {
	expect(planDay(11, 1)).toEqual(day);
	expect(planDay(12, 1).deliveries).not.toEqual(day.deliveries);
});

it('has some of everything where it is scaled down', () => {
	const small = planDay(11, 0.05);
	expect(small.deliveries.length).toBeGreaterThan(150);
	expect(small.waits).toHaveLength(10);
	expect(small.waves.flatMap(({ parts }) => parts)).toHaveLength(10);
});
