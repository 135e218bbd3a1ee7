import { DAY, MINUTE, sentAt, verify } from './verify';

describe('the age of a delivery', () => {
	const accepted = { scheme: 'header' };
	const tooOld = { refusal: "The delivery is older than the 'Maximum Age (Hours)'" };
	const inFuture = { refusal: 'The header x-webhook-timestamp is in the future' };

	it.each([
		['just sent', 0, DAY, accepted],
		['as old as the limit', DAY, DAY, accepted],
		['a millisecond older than the limit', DAY + 1, DAY, tooOld],
		['older than an hour, with that limit', 61 * MINUTE, 60 * MINUTE, tooOld],
		['years old, without a limit', 5000 * DAY, 0, accepted],
		['five minutes ahead', -5 * MINUTE, DAY, accepted],
		['more than five minutes ahead', -5 * MINUTE - 1, DAY, inFuture],
		['more than five minutes ahead, without a limit', -5 * MINUTE - 1, 0, inFuture],
		['just sent, with a limit that is no number', 0, Number.NaN, tooOld],
		['just sent, with a limit below zero', 0, -1, tooOld],
	])('%s', async (_, age, maximumAge, verdict) => {
		expect(await verify({ policy: { now: sentAt + age, maximumAge } })).toEqual(verdict);
	});

	it('is known before secrets are asked for', async () => {
		const secrets = jest.fn();
		expect(await verify({ policy: { now: sentAt + 2 * DAY }, secrets })).toEqual(tooOld);
		expect(secrets).not.toHaveBeenCalled();
	});
});
