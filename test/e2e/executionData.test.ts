import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { cashfree, runNode } from './support/workflows';

let instance: Instance;

beforeAll(async () => void (instance = await startInstance()));
afterAll(async () => await instance?.stop());

const initiate = (parameters: object) =>
	cashfree({
		...{ resource: 'videoKyc', operation: 'initiate', verificationId: '={{ $json.id }}' },
		...{ phone: '9988776655', ...parameters },
	});

/** The IDs of the executions that n8n finds by a verification ID in their custom data. */
async function found(verificationId: string): Promise<string[]> {
	const filter = JSON.stringify({ metadata: [{ key: 'verification_id', value: verificationId }] });
	const path = `/executions?filter=${encodeURIComponent(filter)}`;
	const { results } = await instance.rest.request<{ results: { id: string }[] }>('GET', path);
	return results.map(({ id }) => id);
}

it('an execution is found by the verification ID of its one item, also where it failed', async () => {
	const one = await runNode(instance, initiate({}), [{ id: 'loan-77' }]);
	const failed = await runNode(instance, initiate({ userTemplate: 'none' }), [{ id: 'loan-78' }]);
	await runNode(instance, initiate({ newUserId: 'lead-1' }), [
		{ id: 'loan-79' },
		{ id: 'loan-80' },
	]);

	expect(await found('loan-77')).toEqual([one.id]);
	expect(await found('loan-78')).toEqual([failed.id]);
	expect(await found('loan-79')).toEqual([]);
});
