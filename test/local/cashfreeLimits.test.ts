import { call, createClock } from '../support/cashfreeClient';
import { useLocalCashfree } from '../support/localCashfree';

const clock = createClock();
const cashfree = useLocalCashfree({ now: clock, twoFactor: 'ipWhitelist' });

const lookUp = async () => await call(cashfree, 'GET /user?user_id=nobody');
const limitHeaders = ({ headers }: { headers: Record<string, unknown> }) => [
	headers['x-ratelimit-limit'],
	headers['x-ratelimit-remaining'],
	headers['x-ratelimit-reset'],
	headers['retry-after'],
];

it('counts down to the limit, refuses, and starts again with the next window', async () => {
	cashfree.set({ limits: { limit: 2, windowMs: 60_000 } });
	expect(limitHeaders(await lookUp())).toEqual(['2', '1', '60', undefined]);
	clock.add(20_500);
	expect(limitHeaders(await lookUp())).toEqual(['2', '0', '40', undefined]);
	const refused = await lookUp();
	expect([refused.status, refused.data.type, refused.data.code]).toEqual([
		429,
		'rate_limit_error',
		'too_many_requests_per_operation',
	]);
	expect(limitHeaders(refused)).toEqual(['2', '0', '40', undefined]);
	clock.add(39_500);
	const next = await lookUp();
	expect([next.status, ...limitHeaders(next)]).toEqual([404, '2', '1', '60', undefined]);
});

it('counts each operation by itself', async () => {
	cashfree.set({ limits: { limit: 1, windowMs: 60_000 } });
	await lookUp();
	expect((await lookUp()).status).toBe(429);
	expect((await call(cashfree, 'GET /vkyc?verification_id=none')).status).toBe(404);
});

it('can leave the headers out, and can say Retry-After', async () => {
	cashfree.set({ limits: { limit: 0, windowMs: 3000, headers: false } });
	expect(limitHeaders(await lookUp())).toEqual([undefined, undefined, undefined, undefined]);
	cashfree.set({ limits: { limit: 0, windowMs: 3000, headers: false, retryAfter: true } });
	expect(limitHeaders(await lookUp())).toEqual([undefined, undefined, undefined, '3']);
});
