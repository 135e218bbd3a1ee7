import type { IDataObject } from 'n8n-workflow';
import { outputOf } from '../../local/n8n/execution';
import { newEvent, saveTrigger } from './support/events';
import { startInstance } from './support/instance';
import type { Instance } from './support/instance';
import { foundIn, secretsOf } from './support/leaks';
import { executionsOf } from './support/waiting';
import { cashfree, cashfreeTrigger, chain, runNode } from './support/workflows';

let instance: Instance;

beforeAll(async () => {
	instance = await startInstance();
});

afterAll(async () => await instance?.stop());

afterEach(() => instance.cashfree.webhooks.clear());

/** A workflow that is switched on, with its production URL registered. */
async function publishTrigger(parameters?: object) {
	const trigger = await saveTrigger(instance, parameters);
	await trigger.publish();
	return trigger;
}

const otherSecret = { secret: 'somebody-elses-secret' };

describe('The production URL', () => {
	it('takes the dashboard test, which starts nothing', async () => {
		const trigger = await saveTrigger(instance);
		expect(await trigger.publish()).toMatchObject({ added: true, status: 200 });
		expect(await trigger.countExecutions()).toBe(0);
	});

	it('starts the workflow on each event of a verification, from link to review', async () => {
		const { workflow } = await publishTrigger();
		await runNode(instance, cashfree({ verificationId: 'followed', phone: '9900000001' }));
		await instance.cashfree.webhooks.settled();
		for (let step = 1; step <= 7; step++) instance.cashfree.advance('followed');
		await instance.cashfree.webhooks.settled();
		const sent = instance.cashfree.webhooks.deliveries.filter(({ event }) => event);
		const executions = await executionsOf(instance.rest, workflow, sent.length);
		const items = executions.map((execution) => outputOf(execution)[0]);
		const types = items.map((item) => item?.event_type);
		expect(types.sort()).toEqual(sent.map(({ event }) => event).sort());
		expect(types).toHaveLength(6);
		expect(items[0]).toMatchObject({
			data: { verification_id: 'followed' },
			delivery: { signature_verified: true, signature_scheme: 'header', attempt: 1 },
		});
	});

	it('records each step once, one that was refused first and one that was delivered twice', async () => {
		const { webhooks } = instance.cashfree;
		const { workflow, countExecutions } = await publishTrigger();
		webhooks.spoilNext(otherSecret);
		await runNode(instance, cashfree({ verificationId: 'retried', phone: '9900000002' }));
		await webhooks.settled();
		instance.cashfree.advance('retried');
		await webhooks.settled();
		const sent = webhooks.deliveries.filter(({ event }) => event);
		expect(sent.map(({ status }) => status)).toEqual([401, 200, 200]);

		expect(await webhooks.redeliver()).toMatchObject({ status: 200 });
		expect(await countExecutions()).toBe(2);
		const executions = await executionsOf(instance.rest, workflow, 2);
		const items = executions.map((execution) => outputOf(execution)[0]);
		expect(items).toMatchObject([
			{ event_type: sent[1]?.event, delivery: { attempt: 2 } },
			{ event_type: sent[2]?.event, delivery: { attempt: 1 } },
		]);
	});

	it.each([
		['without a signature', { scheme: 'none' }],
		['signed with another secret', otherSecret],
		['changed on the way', { body: JSON.stringify(newEvent()) }],
		['two days old', { timestamp: String(Date.now() - 48 * 3_600_000) }],
	])('refuses a delivery %s, and starts nothing', async (_what, overrides) => {
		const trigger = await publishTrigger();
		expect(await trigger.deliver(newEvent(), overrides)).toMatchObject({ status: 401 });
		expect(await trigger.countExecutions()).toBe(0);
	});

	it('answers 200 to an event that was not chosen, and starts nothing', async () => {
		const wanted = 'VKYC_AUDITOR_REVIEW_COMPLETED';
		const { workflow, deliver } = await publishTrigger({ events: [wanted] });
		expect(await deliver()).toMatchObject({ status: 200 });
		expect(await deliver(newEvent(wanted))).toMatchObject({ status: 200 });
		const executions = await executionsOf(instance.rest, workflow, 1);
		const types = executions.map((execution) => outputOf(execution)[0]?.event_type);
		expect(types).toEqual([wanted]);
	});

	it('is gone when the workflow is switched off', async () => {
		const { workflow, deliver } = await publishTrigger();
		await instance.rest.deactivateWorkflow(workflow);
		expect(await deliver()).toMatchObject({ status: 404 });
	});
});

describe('The test URL', () => {
	it('takes one signed event while the editor listens, and none before', async () => {
		const { workflow, deliver } = await saveTrigger(instance);
		const send = async (overrides?: object) => await deliver(newEvent(), overrides, 'webhook-test');
		expect(await send()).toMatchObject({ status: 404 });
		const body = { workflowData: workflow, triggerToStartFrom: { name: 'Event' } };
		const waiting = await instance.rest.request('POST', `/workflows/${workflow.id}/run`, body);
		expect(waiting).toEqual({ waitingForWebhook: true });
		expect(await send(otherSecret)).toMatchObject({ status: 401 });
		expect(await send()).toMatchObject({ status: 200 });
		const [execution] = await executionsOf(instance.rest, workflow, 1);
		expect(execution).toMatchObject({ mode: 'manual', status: 'success' });
	});
});

describe('After a restart of n8n', () => {
	it('the production URL works, and a delivery from before it is known', async () => {
		const { workflow, deliver, countExecutions } = await publishTrigger();
		const event = newEvent();
		expect(await deliver(event)).toMatchObject({ status: 200 });
		await executionsOf(instance.rest, workflow, 1);
		await instance.restart();
		expect(await deliver(event)).toMatchObject({ status: 200 });
		expect(await deliver()).toMatchObject({ status: 200 });
		const executions = await executionsOf(instance.rest, workflow, 2);
		const ids = executions.map(
			(execution) => (outputOf(execution)[0]?.data as IDataObject).verification_id,
		);
		expect(new Set(ids).size).toBe(2);
		expect(await countExecutions()).toBe(2);
	});
});

describe('A trigger that could not work', () => {
	it('cannot be switched on without a credential', async () => {
		const workflow = await instance.rest.createWorkflow(chain('Events', [cashfreeTrigger({})]));
		await expect(instance.rest.activateWorkflow(workflow)).rejects.toThrow(/credential/i);
	});

	it('cannot be switched on without an event', async () => {
		const { publish } = await saveTrigger(instance, { events: [] });
		// Some versions of n8n see it before the node does, and say it in their own words.
		await expect(publish()).rejects.toThrow(/events|required parameters/i);
	});
});

it('No secret of the credential stands in the log or in a stored execution', async () => {
	const secrets = secretsOf(instance.cashfree);
	const log = await instance.readLog();
	expect(log).toContain('refused a delivery');
	expect(foundIn(log, secrets)).toEqual([]);
	for (const { id } of await instance.rest.getExecutions()) {
		expect(foundIn(await instance.rest.getExecution(id), secrets)).toEqual([]);
	}
});
