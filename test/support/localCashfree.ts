import { startCashfree } from '../../local/cashfree';
import type { Cashfree, Options } from '../../local/cashfree';

/** A local Cashfree server for the tests of a file, reset before each of them. */
export function useLocalCashfree(options?: Options): Cashfree {
	const cashfree = {} as Cashfree;
	beforeAll(async () => void Object.assign(cashfree, await startCashfree(options)));
	beforeEach(() => cashfree.reset());
	afterAll(async () => await cashfree.close());
	return cashfree;
}
