import { has } from '../support/features';
import { importResume, importStart } from '../support/waitForOutcome';
import type { Declare, QueueShared } from '../support/shared';

export const waitingTests = (it: Declare, shared: QueueShared) => {
	describe('Executions that wait for an outcome while a worker is killed', () => {
		const itWithTables = has('tables') ? it : it.skip;

		itWithTables('each end once, with the right outcome', async () => {
			const { instance } = shared;
			const { cashfree, queue } = instance;
			const url = queue.webhooks[0]?.url;
			await importResume(instance, url);
			const start = await importStart(instance, [], url);
			const branches = ['Approved', 'Rejected', 'Link expired'];
			const steps = ['approved', 'rejected', 'expired'];
			const expected = Array.from({ length: 20 }, (_, index) => ({
				...{ id: `sleeper-${7000 + index}`, branch: branches[index % 3] },
				...{ status: 'success', told: 1, slept: 1 },
			}));
			for (const { id } of expected) await start.submit(id);
			await start.asleep(20);
			const victim = queue.workers.at(-1);
			if (!victim) throw new Error('There is no worker.');
			process.kill(victim.pid, 'SIGKILL');
			await victim.ended;
			for (const [index, { id }] of expected.entries()) {
				cashfree.step(id, steps[index % 3] ?? '');
			}
			await cashfree.webhooks.settled();
			expect(await start.ends(20)).toEqual(expected);
			await queue.startWorker();
		});
	});
};
