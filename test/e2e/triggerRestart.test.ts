import { setTimeout as sleep } from 'node:timers/promises';
import type { SavedWorkflow } from '../../local/n8n/rest';
import type { N8n } from '../../local/n8n/server';
import { newEvent, saveTrigger } from './support/events';
import type { SentEvent } from './support/events';
import { itWith } from './support/features';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { executionsOf } from './support/waiting';
import { cashfreeTrigger, chain } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
});

afterAll(async () => await instance?.stop());

/** Delivers until it is taken, as Cashfree does. */
async function deliverUntilTaken(
	deliver: (event: SentEvent) => Promise<{ status: number | null }>,
	event: SentEvent,
) {
	for (;;) {
		const { status } = await deliver(event);
		if (status === 200) return;
		await sleep(100);
	}
}

/**
 * How the executions of each verification ended, also of those that never got to run.
 *
 * @returns by verification ID
 */
async function endsByVerification(workflow: SavedWorkflow): Promise<Map<string, string[]>> {
	await executionsOf(instance.rest, workflow, 1);
	const [newest] = await instance.rest.getExecutions({ workflowId: workflow.id });
	const ends = new Map<string, string[]>();
	for (let id = 1; id <= Number(newest?.id); id++) {
		const { data, status } = await instance.rest.getExecution(String(id));
		const [verification = ''] = /loan-\d+/.exec(JSON.stringify(data)) ?? [];
		ends.set(verification, [...(ends.get(verification) ?? []), status]);
	}
	return ends;
}

/** Tells n8n to end, and kills it in the middle of that. */
async function endAndKill({ pid, ended }: N8n) {
	process.kill(pid, 'SIGTERM');
	await Promise.race([ended, sleep(1500)]);
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// it has ended by itself
	}
	await ended;
}

itWith('startsFirst')(
	'no event of a stream is lost where n8n is told to end, and then killed',
	async () => {
		const { workflow, deliver } = await saveTrigger(instance);
		await instance.rest.activateWorkflow(workflow);
		const events = Array.from({ length: 500 }, () => newEvent());
		const taken = new Set<SentEvent>();
		const sent: Promise<void>[] = [];
		let killed: Promise<void> | undefined;
		for (const event of events) {
			const answered = deliver(event).then(({ status }) => {
				if (status === 200) taken.add(event);
				if (taken.size === 40) killed ??= endAndKill(instance.n8n);
			});
			sent.push(answered);
			await sleep(8 + Math.random() * 12);
		}
		await (killed ?? endAndKill(instance.n8n));
		await Promise.all(sent);
		expect(taken.size).toBeLessThan(events.length);

		await instance.restart();
		const again = events.filter((event, index) => !taken.has(event) || index % 10 === 0);
		for (const event of again) await deliverUntilTaken(deliver, event);
		const ends = await endsByVerification(workflow);
		const lost = events.filter((event) => {
			const known = ends.get(event.data.verification_id) ?? [];
			// n8n itself may be killed in the middle of what it has answered
			return taken.has(event) ? known.length === 0 : !known.includes('success');
		});
		expect(lost.map(({ data }) => data.verification_id)).toEqual([]);
	},
	900_000,
);

it('a restart forgets no trigger of a workflow, also one with a new name', async () => {
	const triggers = ['One', 'Two'].map((name) => cashfreeTrigger({}, { name }));
	const { name, nodes, connections } = chain('Two triggers', triggers, instance.credential);
	const workflow = await instance.rest.createWorkflow({ name, nodes, connections });
	await instance.rest.activateWorkflow(workflow);
	const pairs = Array.from({ length: 8 }, () => [newEvent(), newEvent()]);
	const deliver = async (pair: SentEvent[]) => {
		const sent = pair.map(async (event, index) => {
			const url = `${instance.url}/webhook/${workflow.nodes[index]?.webhookId}/webhook`;
			await deliverUntilTaken(
				async () => await instance.cashfree.webhooks.deliver(url, event),
				event,
			);
		});
		await Promise.all(sent);
	};
	const countStarted = async () => (await executionsOf(instance.rest, workflow, 16)).length;
	for (const pair of pairs) await deliver(pair);
	expect(await countStarted()).toBe(16);

	const renamed = workflow.nodes.map((node) => ({ ...node, name: `${node.name} renamed` }));
	const saved = await instance.rest.request<SavedWorkflow>('PATCH', `/workflows/${workflow.id}`, {
		...{ nodes: renamed, connections: {}, versionId: workflow.versionId },
	});
	await instance.rest.activateWorkflow(saved);
	await instance.restart();
	for (const pair of pairs) await deliver(pair);
	expect(await countStarted()).toBe(16);
}, 300_000);
