import { outputOf } from '../../local/n8n/execution';
import type { SavedWorkflow } from '../../local/n8n/rest';
import { saveTrigger } from './support/events';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { executionsOf } from './support/waiting';
import { cashfree, runNode } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
});

afterAll(async () => await instance?.stop());

afterEach(() => instance.cashfree.webhooks.clear());

describe('A trigger on Verification Finished', () => {
	const decisionWords = {
		approved: { sub_status: 'DESK_YES' },
		rejected: { sub_status: 'DESK_NO' },
	};
	const options = { approvedWhen: 'desk yes', rejectedWhen: 'DESK_NO' };
	const outcomesOf = async (workflow: SavedWorkflow, count: number) => {
		const executions = await executionsOf(instance.rest, workflow, count);
		const outcomes = executions.map((execution) => outputOf(execution)[0]?.outcome);
		return outcomes.map(String).sort();
	};

	it('starts once for each verification and outcome, also after a restart', async () => {
		const { webhooks } = instance.cashfree;
		instance.cashfree.set({ decisionWords });
		const { workflow, publish, countExecutions } = await saveTrigger(instance, {
			events: ['*finished'],
			options,
		});
		await publish();
		const steps: Array<[string, string[]]> = [
			['ends-1', ['queued', 'call-completed', 'approved']],
			['ends-2', ['call-completed', 'rejected']],
			['ends-3', ['aadhaar-verified', 'expired']],
		];
		for (const [index, [verificationId, names]] of steps.entries()) {
			await runNode(instance, cashfree({ verificationId, phone: `990000001${index}` }));
			for (const name of names) instance.cashfree.step(verificationId, name);
			await webhooks.settled();
		}
		const failing = { event: 'VKYC_USER_PRECHECK_FAILED' };
		await runNode(instance, cashfree({ verificationId: 'ends-4', phone: '9900000019' }));
		instance.cashfree.step('ends-4', 'insufficient-balance', failing);
		await webhooks.settled();
		const ends = ['approved', 'expired', 'failed', 'rejected'];
		expect(await outcomesOf(workflow, 4)).toEqual(ends);

		await instance.restart();
		const again = { event: 'VKYC_USER_LINK_EXPIRED' };
		instance.cashfree.step('ends-1', 'approved', again);
		instance.cashfree.step('ends-4', 'insufficient-balance', again);
		await webhooks.settled();
		expect(webhooks.deliveries.at(-1)?.status).toBe(200);
		expect(await countExecutions()).toBe(4);
	});
});

describe('A trigger on Other Secure ID Event', () => {
	it('takes the dashboard test, and starts on events of other products alone', async () => {
		const { webhooks } = instance.cashfree;
		const trigger = await saveTrigger(instance, { events: ['*otherProducts'] });
		expect(await trigger.publish()).toMatchObject({ added: true, status: 200 });
		expect(await trigger.deliver()).toMatchObject({ status: 200 });
		webhooks.spoilNext({ secret: 'somebody-elses-secret' });
		webhooks.announceOther('kyc-link');
		await webhooks.settled();
		expect(webhooks.deliveries.slice(-2).map(({ status }) => status)).toEqual([401, 200]);
		const [execution] = await executionsOf(instance.rest, trigger.workflow, 1);
		expect(outputOf(execution!)[0]).toMatchObject({
			event_type: 'KYC_LINK_ACTION_PERFORMED',
			delivery: { product: 'Other', signature_verified: true },
		});
		expect(await trigger.countExecutions()).toBe(1);
	});
});
