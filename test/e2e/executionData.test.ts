import { itWith } from './support/features';
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

/** What n8n has stored to find an execution by; the search itself is for those who have a licence. */
const customDataOf = async ({ id }: { id: string }) =>
	(await instance.rest.request<{ customData: object }>('GET', `/executions/${id}`)).customData;

itWith('customData')(
	'an execution can be found by the verification ID of its one item, also where it failed',
	async () => {
		const one = await runNode(instance, initiate({}), [{ id: 'loan-77' }]);
		const failed = await runNode(
			instance,
			initiate({ identifyUserBy: 'userId', userId: 'nobody' }),
			[{ id: 'loan-78' }],
		);
		const two = [{ id: 'loan-79' }, { id: 'loan-80' }];
		const several = await runNode(instance, initiate({ newUserId: 'lead-1' }), two);

		expect(await customDataOf(one)).toEqual({ verification_id: 'loan-77' });
		expect(failed.status).toBe('error');
		expect(await customDataOf(failed)).toEqual({ verification_id: 'loan-78' });
		expect(await customDataOf(several)).toEqual({});
	},
);
