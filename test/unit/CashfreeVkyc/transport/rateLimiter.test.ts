import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type { RequestOutcome } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type { RateLimiterOptions } from '../../../../nodes/CashfreeVkyc/transport/rateLimiter';
import { RateLimiter } from '../../../../nodes/CashfreeVkyc/transport/rateLimiter';
import { FakeClock } from '../../../support/fakeClock';
import { answered, lost, ok, refusal, refused } from './outcomes';

const minute = 60_000;

/** A run whose requests meet these ends, in the order in which they are sent. */
function limited(
	outcomes: RequestOutcome[],
	{ maxRateLimitRetries = 50, maxRateLimitWait = 10 * minute } = {},
) {
	const clock = new FakeClock();
	const started = clock.now();
	const run = new AbortController();
	const rateLimiter = new RateLimiter({ maxRateLimitRetries, maxRateLimitWait }, clock, run.signal);
	const sentAt: number[] = [];
	const results: Array<RequestOutcome | undefined> = [];
	let items = 0;

	/** Sends the request of one more item. */
	const send = (operation = 'POST /vkyc') => {
		const itemIndex = items++;
		void rateLimiter
			.send(itemIndex, operation, async () => {
				sentAt.push(clock.now() - started);
				return outcomes[sentAt.length - 1] ?? ok;
			})
			.then((outcome) => {
				results[itemIndex] = outcome;
			});
	};
	return { clock, rateLimiter, run, send, sentAt, results };
}

it('sends at once where there is no limit', async () => {
	const { clock, rateLimiter, send, sentAt, results } = limited([lost]);
	send();
	await clock.settle();
	expect(sentAt).toEqual([0]);
	expect(results).toEqual([lost]);
	expect(rateLimiter.waited.size).toBe(0);
});

it.each([
	['X-RateLimit-Reset', { 'x-ratelimit-reset': '30' }],
	['Retry-After', { 'retry-after': '30' }],
])('waits as long as %s asks for, then sends again', async (_, headers) => {
	const { clock, rateLimiter, send, sentAt, results } = limited([refusal(headers)]);
	send();
	await clock.pass(minute);
	expect(sentAt).toEqual([0, 30_000]);
	expect(results).toEqual([ok]);
	expect([...rateLimiter.waited]).toEqual([0]);
});

it('pauses all requests of the run together', async () => {
	const { clock, rateLimiter, send, sentAt } = limited([refusal({ 'retry-after': '30' })]);
	send();
	await clock.pass(10_000);
	send();
	send();
	await clock.pass(minute);
	expect(sentAt).toEqual([0, 30_000, 30_000, 30_000]);
	expect([...rateLimiter.waited]).toEqual([0, 1, 2]);
});

it('pauses for the longest time that was asked for', async () => {
	const asked = ['30', '50', '20'].map((seconds) => refusal({ 'retry-after': seconds }));
	const { clock, send, sentAt } = limited(asked);
	asked.forEach(() => send());
	await clock.pass(minute);
	expect(sentAt).toEqual([0, 0, 0, 50_000, 50_000, 50_000]);
});

it('waits twice as long each time where it is not told how long', async () => {
	const { clock, send, sentAt, results } = limited(Array.from({ length: 8 }, () => refusal()));
	send();
	await clock.pass(4 * minute);
	expect(sentAt.map((at) => at / 1000)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
	expect(results).toEqual([ok]);
});

it('waits twice as long each time, too, where the time that was asked for does not suffice', async () => {
	const asked = Array.from({ length: 8 }, () => refusal({ 'retry-after': '5' }));
	const { clock, send, sentAt, results } = limited(asked);
	send();
	await clock.pass(4 * minute);
	expect(sentAt.map((at) => at / 1000)).toEqual([0, 5, 10, 15, 23, 39, 71, 131, 191]);
	expect(results).toEqual([ok]);
});

it('counts a burst of rate-limit responses once', async () => {
	const { clock, send, sentAt } = limited(Array.from({ length: 5 }, () => refusal()));
	for (let item = 0; item < 5; item++) send();
	await clock.pass(1000);
	expect(sentAt).toEqual([0, 0, 0, 0, 0, 1000, 1000, 1000, 1000, 1000]);
});

it('waits no longer after a burst of rate-limit responses than after a single one', async () => {
	const { clock, send, sentAt } = limited(Array.from({ length: 6 }, () => refusal()));
	for (let item = 0; item < 5; item++) send();
	await clock.pass(minute);
	expect(sentAt).toEqual([0, 0, 0, 0, 0, 1000, 3000, 3000, 3000, 3000, 3000]);
});

it('starts with a short wait again after progress', async () => {
	const { clock, send, sentAt } = limited([refusal(), refusal(), ok, refusal()]);
	send();
	await clock.pass(3000);
	send();
	await clock.pass(1000);
	expect(sentAt).toEqual([0, 1000, 3000, 3000, 4000]);
});

it.each([
	['a lost answer', lost],
	['what was not sent', refused],
])('does not take %s for progress', async (_, end) => {
	const { clock, send, sentAt } = limited([refusal(), end, refusal()]);
	send();
	await clock.pass(1000);
	send();
	await clock.pass(2000);
	expect(sentAt).toEqual([0, 1000, 1000, 3000]);
});

it('takes a wait of none for a missing one', async () => {
	const { clock, send, sentAt } = limited([refusal({ 'x-ratelimit-reset': '0' })]);
	send();
	await clock.pass(minute);
	expect(sentAt).toEqual([0, 1000]);
});

it('is shortened by chance', async () => {
	const { clock, send, sentAt } = limited([refusal()]);
	clock.chance = 0.5;
	send();
	await clock.pass(minute);
	expect(sentAt).toEqual([0, 750]);
});

describe.each([
	['back', -60 * minute],
	['forward', 60 * minute],
])('where somebody sets the clock of the server %s by an hour', (_, by) => {
	it('a wait is neither longer nor shorter', async () => {
		const { clock, send, sentAt, results } = limited([refusal({ 'retry-after': '30' })]);
		send();
		await clock.settle();
		clock.setBy = by;
		await clock.pass(minute);
		expect(sentAt).toEqual([0, 30_000]);
		expect(results).toEqual([ok]);
	});

	it('no item gives up for it, and the date to retry after is understood', async () => {
		const headers = {
			date: 'Thu, 22 May 2025 03:51:14 GMT',
			'retry-after': 'Thu, 22 May 2025 03:51:44 GMT',
		};
		const { clock, send, sentAt, results } = limited([refusal(headers)]);
		clock.setBy = by;
		send();
		await clock.pass(minute);
		expect(sentAt).toEqual([0, 30_000]);
		expect(results).toEqual([ok]);
	});
});

describe('the last request of a window', () => {
	const none = { 'x-ratelimit-remaining': ' 0 ', 'x-ratelimit-reset': '30' };

	it.each<[string, RequestOutcome]>([
		['answered', answered(200, {}, none)],
		['lost', { ...lost, headers: none }],
	])('pauses the run before it is refused, be it %s', async (_, end) => {
		const { clock, rateLimiter, send, sentAt, results } = limited([end]);
		send();
		await clock.settle();
		send();
		await clock.pass(minute);
		expect(sentAt).toEqual([0, 30_000]);
		expect(results).toEqual([end, ok]);
		expect([...rateLimiter.waited]).toEqual([1]);
	});

	it.each([
		['one is left', { ...none, 'x-ratelimit-remaining': '1' }],
		['it is not said how many are left', { 'x-ratelimit-reset': '30' }],
		['it is not said for how long', { 'x-ratelimit-remaining': '0' }],
	])('does not where %s', async (_, headers) => {
		const { clock, send, sentAt } = limited([answered(200, {}, headers)]);
		send();
		await clock.settle();
		send();
		await clock.settle();
		expect(sentAt).toEqual([0, 0]);
	});
});

it('is not misled where the last request of a window does not say for how long', async () => {
	const none = answered(200, {}, { 'x-ratelimit-remaining': '0' });
	const { clock, send, sentAt } = limited([none, refusal()]);
	send();
	send();
	await clock.pass(1000);
	expect(sentAt).toEqual([0, 0, 1000]);
});

describe('where several answers tell the end of a window', () => {
	const told = (reset: number, remaining = 5) => ({
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': String(reset),
	});

	/** Sends at 0 and at so many milliseconds, then once more as soon as it may. */
	async function sentAfter(
		first: RequestOutcome,
		laterAt: number,
		later: RequestOutcome,
		operation?: string,
	) {
		const { clock, send, sentAt } = limited([first, later]);
		send();
		await clock.pass(laterAt);
		send(operation);
		await clock.settle();
		send(operation);
		await clock.pass(2 * minute);
		return sentAt[2];
	}

	it.each([
		['the last request', answered(200, {}, told(30, 0))],
		['a refusal', refusal(told(30))],
	])('the earliest counts, since each is rounded up to seconds (%s)', async (_, later) => {
		expect(await sentAfter(answered(200, {}, told(30)), 900, later)).toBe(30_000);
	});

	it('a later answer counts that tells an earlier end', async () => {
		const first = answered(200, {}, told(30));
		expect(await sentAfter(first, 900, answered(200, {}, told(28, 0)))).toBe(28_900);
	});

	it('the later answer counts where rounding does not explain what is between them', async () => {
		const first = answered(200, {}, told(30));
		expect(await sentAfter(first, 1000, answered(200, {}, told(30, 0)))).toBe(31_000);
	});

	it('an answer of the next window counts for that one', async () => {
		const first = answered(200, {}, told(1));
		expect(await sentAfter(first, 1000, answered(200, {}, told(1, 0)))).toBe(2000);
	});

	it('each operation has windows of its own', async () => {
		const first = answered(200, {}, told(30));
		const later = answered(200, {}, told(30, 0));
		expect(await sentAfter(first, 900, later, 'POST /user')).toBe(30_900);
	});
});

it('waits in a run that cannot be stopped, too', async () => {
	const clock = new FakeClock();
	const rateLimiter = new RateLimiter(
		{ maxRateLimitRetries: 1, maxRateLimitWait: minute },
		clock,
		undefined,
	);
	const ends = [refusal({ 'retry-after': '30' }), ok];
	const sending = rateLimiter.send(0, 'POST /vkyc', async () => ends.shift() ?? lost);
	await clock.pass(30_000);
	expect(await sending).toEqual(ok);
});

describe('gives up', () => {
	const always = Array.from({ length: 500 }, () => refusal({ 'retry-after': '30' }));
	const givenUp: RequestOutcome = { state: 'not_sent', code: ownCodes.rateLimit };

	it('after so many rate-limit responses of one item', async () => {
		const { clock, send, sentAt, results } = limited(always, { maxRateLimitRetries: 3 });
		send();
		await clock.pass(10 * minute);
		expect(sentAt).toHaveLength(4);
		expect(results).toEqual([always[0]]);
	});

	it('not after many rate-limit responses of one item while others get through', async () => {
		const clock = new FakeClock();
		const started = clock.now();
		const rateLimiter = new RateLimiter(
			{ maxRateLimitRetries: 2, maxRateLimitWait: 10 * minute },
			clock,
			undefined,
		);
		const left = [4, 3, 2, 1, 0];
		let lastWindow = -1;
		/** One a minute gets through, of those that are left the one that came last. */
		const sendOnceFor = (itemIndex: number) => async () => {
			await clock.sleep(100, undefined);
			const at = clock.now() - started;
			const window = Math.floor(at / minute);
			if (window === lastWindow || itemIndex !== left[0]) {
				return refusal({ 'retry-after': String(Math.ceil((minute - (at % minute)) / 1000)) });
			}
			lastWindow = window;
			left.shift();
			return ok;
		};
		const sending = Promise.all(
			left.map(async (_, item) => await rateLimiter.send(item, 'POST /vkyc', sendOnceFor(item))),
		);
		await clock.pass(6 * minute);
		expect(await sending).toEqual([ok, ok, ok, ok, ok]);
	});

	it('at the first refusal where none is borne', async () => {
		const { clock, send, sentAt, results } = limited(always, { maxRateLimitRetries: 0 });
		send();
		await clock.settle();
		expect(sentAt).toEqual([0]);
		expect(results).toEqual([always[0]]);
	});

	it('after so long without progress of any item, and not before', async () => {
		const { clock, send, sentAt, results } = limited(always, { maxRateLimitWait: 2 * minute });
		send();
		await clock.pass(2 * minute - 1);
		expect(results).toEqual([]);
		await clock.pass(1);
		expect(sentAt.at(-1)).toBe(2 * minute);
		expect(results).toEqual([always[0]]);
	});

	it('not while other items get through', async () => {
		const ends = always.map((end, index) => (index % 2 === 0 ? end : ok));
		const { clock, send, results } = limited(ends, { maxRateLimitWait: minute });
		for (let item = 0; item < 20; item++) {
			send();
			await clock.pass(25_000);
		}
		await clock.pass(5 * minute);
		expect(results).toEqual(Array.from({ length: 20 }, () => ok));
	});

	const far = refusal({ 'retry-after': '3600' });

	it('at once where the wait would be longer, and sends nothing more, for no item', async () => {
		const { clock, rateLimiter, send, sentAt, results } = limited([far]);
		for (let item = 0; item < 300; item++) {
			send();
			await clock.settle();
		}
		expect(sentAt).toEqual([0]);
		expect(results).toEqual([far, ...Array.from({ length: 299 }, () => givenUp)]);
		expect(rateLimiter.waited.size).toBe(0);
	});

	it('at once, too, for those that wait when it is known', async () => {
		const { clock, send, sentAt, results } = limited([refusal({ 'retry-after': '30' }), far]);
		send();
		await clock.settle();
		send();
		send();
		await clock.pass(30_000);
		expect(sentAt).toEqual([0, 30_000]);
		expect(results).toEqual([far, givenUp, givenUp]);
	});

	it('after so many rate-limit responses of one item, and sends nothing more, for no item', async () => {
		const { clock, send, sentAt, results } = limited(always, { maxRateLimitRetries: 2 });
		for (let item = 0; item < 10; item++) send();
		await clock.pass(5 * minute);
		// three of the first one, and two of each other, which would have waited for its third
		expect(sentAt).toHaveLength(12);
		for (let item = 0; item < 290; item++) send();
		await clock.pass(60 * minute);
		expect(sentAt).toHaveLength(12);
		expect(results.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => always[0]));
		expect(results.slice(10)).toEqual(Array.from({ length: 290 }, () => givenUp));
	});

	it.each<[string, RateLimiterOptions, RequestOutcome, RequestOutcome]>([
		['goes on', { maxRateLimitRetries: 0, maxRateLimitWait: minute }, refusal(), ok],
		[
			'still does not wait too long',
			{ maxRateLimitRetries: 9, maxRateLimitWait: minute },
			far,
			givenUp,
		],
	])('and, where a request that was under way gets through, %s', async (_, options, end, then) => {
		const clock = new FakeClock();
		const rateLimiter = new RateLimiter(options, clock, undefined);
		const send = async (sendOnce: () => Promise<RequestOutcome>) =>
			await rateLimiter.send(0, 'POST /vkyc', sendOnce);
		let answer: (end: RequestOutcome) => void = () => {};
		const underWay = send(async () => await new Promise((resolve) => (answer = resolve)));
		await clock.settle();
		expect(await send(async () => end)).toEqual(end);
		expect(await send(async () => ok)).toEqual(givenUp);
		answer(ok);
		await underWay;
		const next = send(async () => ok);
		await clock.pass(minute);
		expect(await next).toEqual(then);
	});

	it('never for a time in which Cashfree answered nothing at all', async () => {
		const { clock, send, sentAt, results } = limited([lost, refusal({ 'retry-after': '30' })]);
		send();
		await clock.pass(20 * minute);
		send();
		await clock.pass(minute);
		expect(sentAt).toEqual([0, 20 * minute, 20 * minute + 30_000]);
		expect(results).toEqual([lost, ok]);
	});

	it('never for a long pause alone that an answer foretells, before a request is refused', async () => {
		const none = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '3600' };
		const { clock, send, sentAt, results } = limited([answered(200, {}, none), ok, far]);
		for (let item = 0; item < 4; item++) {
			send();
			await clock.settle();
		}
		expect(sentAt).toEqual([0, 0, 0]);
		expect(results).toEqual([answered(200, {}, none), ok, far, givenUp]);
	});

	it('at once where it may not wait at all', async () => {
		const { clock, send, sentAt, results } = limited(always, { maxRateLimitWait: 0 });
		send();
		await clock.settle();
		expect([sentAt.length, results.length]).toEqual([1, 1]);
	});
});

it('ends the waiting when the run is stopped, and sends nothing more', async () => {
	const { clock, run, send, sentAt, results } = limited([refusal({ 'retry-after': '30' })]);
	send();
	send();
	await clock.settle();
	run.abort();
	await clock.settle();
	send();
	await clock.settle();
	const notSent = { state: 'not_sent', code: ownCodes.stopped };
	expect(results).toEqual([notSent, ok, notSent]);
	expect(sentAt).toEqual([0, 0]);
});
