import { outputOf } from '../../../local/n8n/execution';
import { withCredential } from '../../../local/n8n/examples';
import { deliver, newEvents, twoAddresses, verificationIds } from '../support/deliveries';
import type { SentEvent } from '../support/events';
import { createPostgresCredential } from '../support/queue';
import type { QueueInstance } from '../support/queue';
import { readEventOnce } from '../support/importing';
import { executionsOf } from '../support/waiting';
import { packageName } from '../support/workflows';
import type { Declare, QueueShared } from '../support/shared';

/** The workflow of the guide, with its credentials picked, its table made, and switched on. */
async function publishEventOnce(instance: QueueInstance) {
	const postgres = await createPostgresCredential(instance);
	let exported = await readEventOnce();
	for (const credential of [instance.credential, postgres]) {
		exported = withCredential(exported, credential, packageName);
	}
	const workflow = await instance.rest.createWorkflow(exported);
	const { status } = await instance.rest.runWorkflow(workflow, { trigger: 'Once, by hand' });
	expect(status).toBe('success');
	await instance.rest.activateWorkflow(workflow);
	return workflow;
}

export const eventOnceTests = (it: Declare, shared: QueueShared) => {
	describe('The same delivery to two webhook processes at the same moment', () => {
		it("has one effect in the guide's workflow", async () => {
			const { instance } = shared;
			const workflow = await publishEventOnce(instance);
			const urls = await twoAddresses(instance, workflow);
			const events = newEvents(10);
			for (const event of events) {
				const answers = urls.map((url) => deliver(instance, url, event));
				expect(await Promise.all(answers)).toEqual([200, 200]);
			}
			// One more: the run by hand, which made the table.
			const executions = await executionsOf(instance.rest, workflow, events.length + 1);
			const effects = executions.filter(({ data }) => data?.resultData.runData['Your nodes']);
			const handled = effects.flatMap((execution) => outputOf(execution) as unknown as SentEvent[]);
			expect(verificationIds(handled)).toEqual(verificationIds(events));
			expect(handled[0]).toMatchObject({ ...events[0], delivery: { signature_verified: true } });
			console.log(`${events.length} pairs of deliveries: ${executions.length - 1} executions`);
		});
	});
};
