import { startCashfree } from '../../local/cashfree';
import type { Cashfree } from '../../local/cashfree';
import { errorOf, outputOf } from '../../local/n8n/execution';
import { keysOf, startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { cashfree, runNode } from './support/workflows';

let instance: Instance;
let south: Cashfree;

beforeAll(async () => {
	instance = await startInstance();
	south = await startCashfree();
	const fields = ['baseUrl', 'clientId', 'clientSecret', 'publicKey'];
	const expressions = fields.map((name) => [name, `={{ $json.tenant.${name} }}`]);
	instance.credential = await instance.createCredential(
		{ name: 'Of each tenant' },
		{ ...keysOf(instance.cashfree), ...Object.fromEntries(expressions) },
	);
});

afterAll(async () => {
	await south?.close();
	await instance?.stop();
});

it("In a credential of expressions, each item's requests carry its own keys, look-ups included", async () => {
	const tenants = [instance.cashfree, south];
	for (const { faults } of tenants) {
		faults.queue('take-then-cut', { on: 'POST /user' });
		faults.queue('take-then-cut', { on: 'POST /vkyc' });
	}
	const items = Array.from({ length: 6 }, (_, number) => ({
		id: `loan-${number}`,
		phone: `990000000${number}`,
		tenant: keysOf(number % 2 === 0 ? instance.cashfree : south),
	}));
	const fields = { verificationId: '={{ $json.id }}', phone: '={{ $json.phone }}' };
	const execution = await runNode(instance, cashfree(fields), items);
	expect(errorOf(execution)).toBeUndefined();
	expect(outputOf(execution)).toMatchObject(items.map(({ id }) => ({ verification_id: id })));
	for (const [index, { requests, verifications }] of tenants.entries()) {
		// each server knows the keys of its own tenant only
		expect(requests.filter(({ status }) => status !== 200 && status !== null)).toEqual([]);
		const operations = new Set(requests.map(({ operation }) => operation));
		expect([...operations].sort()).toEqual(['GET /user', 'GET /vkyc', 'POST /user', 'POST /vkyc']);
		const own = items.filter((_, number) => number % 2 === index).map(({ id }) => id);
		expect([...verifications.keys()].sort()).toEqual(own);
	}
});
