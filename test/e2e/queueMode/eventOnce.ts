import { outputOf } from '../../../local/n8n/execution';
import { withCredential } from '../../../local/n8n/examples';
import type { Credential } from '../../../local/n8n/examples';
import { query } from '../support/database';
import { deliver, newEvents, twoAddresses, verificationIds } from '../support/deliveries';
import type { SentEvent } from '../support/events';
import { createPostgresCredential } from '../support/queue';
import type { QueueInstance } from '../support/queue';
import { readEventOnce } from '../support/importing';
import { executionsOf } from '../support/waiting';
import { packageName } from '../support/workflows';
import type { Declare, QueueShared } from '../support/shared';

/** The workflow of the guide, with its credentials picked, its table made, and switched on. */
async function publishEventOnce(
	instance: QueueInstance,
	postgres: Credential,
	changes: Record<string, object> = {},
) {
	let exported = await readEventOnce();
	for (const node of exported.nodes) {
		node.parameters = { ...(node.parameters as object), ...changes[node.name] };
	}
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
			const postgres = await createPostgresCredential(instance);
			const workflow = await publishEventOnce(instance, postgres);
			const urls = await twoAddresses(instance, workflow);
			const events = newEvents(10);
			for (const event of events) {
				const answers = urls.map((url) => deliver(instance, url, event));
				expect(await Promise.all(answers)).toEqual([200, 200]);
			}
			// One more: the run by hand, which made the table.
			const executions = await executionsOf(instance.rest, workflow, events.length + 1);
			const effects = executions.filter(({ data }) => data?.resultData.runData['Your nodes']);
			const handled = effects.flatMap(
				(execution) => outputOf(execution, 'Your nodes') as unknown as SentEvent[],
			);
			expect(verificationIds(handled)).toEqual(verificationIds(events));
			expect(handled[0]).toMatchObject({ ...events[0], delivery: { signature_verified: true } });
			console.log(`${events.length} pairs of deliveries: ${executions.length - 1} executions`);
		});
	});

	describe("An event that the guide's workflow took", () => {
		it('is taken again where n8n was killed before it was done, and else never', async () => {
			const { instance } = shared;
			const postgres = await createPostgresCredential(instance);
			// each delivery starts an execution, as the retry of a killed one does
			const workflow = await publishEventOnce(instance, postgres, {
				'Video KYC event': { options: { ignoreDuplicates: false } },
			});
			const [url] = await twoAddresses(instance, workflow);
			const [event] = newEvents(1) as [SentEvent];
			let delivered = 0;
			const isTaken = async () => {
				expect(await deliver(instance, url, event)).toBe(200);
				const executions = await executionsOf(instance.rest, workflow, ++delivered + 1);
				return executions.filter(({ data }) => data?.resultData.runData['Your nodes']).length;
			};
			expect(await isTaken()).toBe(1);
			const set = async (changes: string) =>
				await query(instance, postgres, `UPDATE vkyc_deliveries SET ${changes}`);
			await set("taken_at = now() - interval '1 day'");
			expect(await isTaken()).toBe(1);
			await set("done_at = NULL, taken_at = now() - interval '9 minutes'");
			expect(await isTaken()).toBe(1);
			await set("taken_at = now() - interval '11 minutes'");
			expect(await isTaken()).toBe(2);
			expect(await isTaken()).toBe(2);
		});
	});
};
