import type { Cashfree } from '../../../local/cashfree';
import type { Execution } from '../../../local/n8n/execution';
import { errorOf, outputOf } from '../../../local/n8n/execution';
import { itWith } from '../support/features';
import { endOfRuns, leadsInParts, runsOf, startRuns } from '../support/runs';
import { until } from '../support/waiting';
import type { Declare, QueueShared } from '../support/shared';

const sorted = (texts: unknown[]) => [...texts].sort();

const isSuccess = ({ status }: Execution) => status === 'success';

/** Expects that all runs gave all their leads, and that each person was told once over each channel. */
function expectEachOnce(
	executions: Execution[],
	parts: { id: string }[][],
	{ notifications }: Cashfree,
) {
	expect(executions.filter(isSuccess)).toHaveLength(parts.length);
	const ids = parts.flat().map(({ id }) => id);
	const items = executions.flatMap((execution) => outputOf(execution));
	expect(sorted(items.map((item) => item.verification_id))).toEqual(sorted(ids));
	const told = notifications.map(({ verification_id, channel }) => `${verification_id} ${channel}`);
	expect(sorted(told)).toEqual(sorted(ids.flatMap((id) => [`${id} sms`, `${id} whatsapp`])));
}

export const runTests = (it: Declare, shared: QueueShared) => {
	describe('Runs split over two workers', () => {
		let cutOffId: string | undefined;

		it('send each link once, and lose none', async () => {
			const { instance } = shared;
			const parts = leadsInParts('split', { runs: 12, items: 40 });
			const ids = await startRuns(instance, parts);
			expectEachOnce(await endOfRuns(instance, ids), parts, instance.cashfree);
			const perWorker = await Promise.all(instance.queue.workers.map(runsOf));
			expect(sorted(perWorker.flat())).toEqual(sorted(ids));
			for (const runs of perWorker) expect(runs.length).toBeGreaterThan(0);
		});

		it('share the rate limit of the account, and wait at it without losing an item', async () => {
			const { instance } = shared;
			instance.cashfree.set({ limits: { limit: 30, windowMs: 1_000 } });
			const parts = leadsInParts('limit', { runs: 8, items: 30 });
			const ids = await startRuns(instance, parts);
			expectEachOnce(await endOfRuns(instance, ids), parts, instance.cashfree);
			const refused = instance.cashfree.requests.filter(({ status }) => status === 429);
			expect(refused.length).toBeGreaterThan(0);
			for (const worker of instance.queue.workers) {
				expect(await runsOf(worker)).toEqual(expect.arrayContaining([expect.any(String)]));
			}
		});

		it('send each link once where a worker is killed and all is run again', async () => {
			const { instance } = shared;
			const { cashfree, queue } = instance;
			// Slow answers, so that requests are under way whenever the worker is killed.
			const slow = { on: 'POST /vkyc', kind: 'slow' as const, ms: 300, probability: 1 };
			cashfree.faults.plan({ rules: [slow] });
			const parts = leadsInParts('killed', { runs: 10, items: 30 });
			const [victim] = queue.workers;
			if (!victim) throw new Error('There is no worker.');
			const before = await runsOf(victim);
			const ids = await startRuns(instance, parts);
			await until('a third of the links', async () =>
				cashfree.verifications.size < 100 ? undefined : true,
			);
			process.kill(victim.pid, 'SIGKILL');
			await victim.ended;
			expect(cashfree.verifications.size).toBeLessThan(300);
			const taken = (await runsOf(victim)).filter((id) => !before.includes(id));
			const executions = await Promise.all(ids.map((id) => instance.rest.getExecution(id)));
			const cutOff = executions.filter(
				({ id, status }) => taken.includes(id) && status === 'running',
			);
			expect(cutOff.length).toBeGreaterThan(0);
			cutOffId = cutOff[0]?.id;

			await queue.startWorker();
			const again = await startRuns(instance, parts);
			expectEachOnce(await endOfRuns(instance, again), parts, cashfree);
		});

		const inNewest = itWith('keepsNothing', it);
		inNewest("of which one lost its worker: a retry from n8n's list sends nothing", async () => {
			const { rest, cashfree } = shared.instance;
			const id = String(cutOffId);
			const asked = async () => {
				const execution = await rest.getExecution(id);
				return execution.status === 'error' ? execution : undefined;
			};
			const failed = await until('the end of the run', asked, 300_000);
			expect(errorOf(failed)).toContain('failed to be processed too many times');
			expect(failed.data?.resultData.runData).toEqual({});
			const retried = await rest.request<{ id: string }>('POST', `/executions/${id}/retry`, {
				loadWorkflow: false,
			});
			const [execution] = await endOfRuns(shared.instance, [retried.id]);
			expect(execution?.data?.resultData.runData).toEqual({});
			expect(cashfree.requests).toEqual([]);
		});
	});
};
