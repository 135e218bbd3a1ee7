import { hasten } from '../support/hasten';
import { runWithSettings } from '../support/run-with-settings';
import { byPhone, useCashfree } from '../support/vkyc';

hasten(20);
const { cashfree, operations } = useCashfree();
const items = Array.from({ length: 5 }, (_, index) => ({
	id: `kyc-${index}`,
	phone: `998877660${index}`,
}));
const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

it('n8n’s Retry On Fail, which runs all items again, sends nothing twice', async () => {
	const match = { verification_id: 'kyc-3' };
	cashfree.answerNext('insufficient_balance', { on: 'POST /vkyc', match, times: 2 });
	const { error, json } = await runWithSettings({ cashfree, parameters: byPhone, items, settings });
	expect(error).toBeUndefined();
	expect(json.map(({ verification_id: id }) => id)).toEqual(items.map(({ id }) => id));
	expect(operations().filter((operation) => operation === 'POST /vkyc')).toHaveLength(15);
	expect(cashfree.users.size).toBe(5);
	expect(cashfree.notifications).toHaveLength(10);
});
