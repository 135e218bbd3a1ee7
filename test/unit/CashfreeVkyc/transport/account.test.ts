import { Account } from '../../../../nodes/CashfreeVkyc/transport/account';
import { FakeClock } from '../../../support/fakeClock';
import { lost, ok, refused } from './outcomes';

const accountWith = (maxConcurrentItems: number) => {
	const options = { maxConcurrentItems, maxRateLimitRetries: 50, maxRateLimitWait: 600_000 };
	return new Account(options, new FakeClock(), new AbortController().signal);
};

it('is down for a kind after three tries of that kind without an answer, for each item under way', () => {
	const account = accountWith(2);
	for (const outcome of [lost, refused, lost, lost, refused])
		account.onOutcome('reconcilable', outcome);
	expect(account.isCircuitOpen('reconcilable')).toBe(false);
	account.onOutcome('reconcilable', lost);
	expect(account.isCircuitOpen('reconcilable')).toBe(true);
	expect(account.isCircuitOpen('idempotent')).toBe(false);
	account.onOutcome('reconcilable', ok);
	expect(account.isCircuitOpen('reconcilable')).toBe(false);
});

it('has a rate limit of its own', () => {
	expect(accountWith(2).rateLimiter.waited).toEqual(new Set());
});
