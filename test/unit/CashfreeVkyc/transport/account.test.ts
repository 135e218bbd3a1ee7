import { Account } from '../../../../nodes/CashfreeVkyc/transport/account';
import { FakeClock } from '../../../support/fake-clock';
import { lost, ok, refused } from './attempts';

const accountWith = (itemsAtOnce: number) => {
	const options = { itemsAtOnce, maxRefusals: 50, maxStandstill: 600_000 };
	return new Account(options, new FakeClock(), new AbortController().signal);
};

it('is down for a kind after three tries of that kind without an answer, for each item under way', () => {
	const account = accountWith(2);
	for (const end of [lost, refused, lost, lost, refused]) account.count('findable', end);
	expect(account.isDown('findable')).toBe(false);
	account.count('findable', lost);
	expect(account.isDown('findable')).toBe(true);
	expect(account.isDown('repeatable')).toBe(false);
	account.count('findable', ok);
	expect(account.isDown('findable')).toBe(false);
});

it('has a rate limit of its own', () => {
	expect(accountWith(2).pace.waited).toEqual(new Set());
});
