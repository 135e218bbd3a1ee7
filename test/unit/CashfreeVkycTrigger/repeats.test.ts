import {
	sleep,
	Workflow,
	type IDataObject,
	type INode,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { isFirstDelivery } from '../../../nodes/CashfreeVkycTrigger/repeats';
import { Response } from './response';

describe('isFirstDelivery', () => {
	const trigger = { id: 'node', name: 'Trigger' } as INode;
	const workflowWith = (staticData: IDataObject) =>
		new Workflow({
			nodes: [],
			connections: {},
			active: true,
			nodeTypes: { getByName: jest.fn(), getByNameAndVersion: jest.fn(), getKnownTypes: jest.fn() },
			staticData,
		});

	/** One delivery, as n8n hands it over: each with the static data that the database has. */
	function deliver(
		key: string,
		workflowId: string,
		staticData: IDataObject,
		isFirstOf = isFirstDelivery,
		node = trigger,
	) {
		const workflow = workflowWith(staticData);
		const response = new Response();
		const context = {
			getWorkflow: () => ({ id: workflowId }),
			getNode: () => node,
			getWorkflowStaticData: () => workflow.getStaticData('node', node),
			getResponseObject: () => response,
		};
		const isFirst = isFirstOf(context as unknown as IWebhookFunctions, key);
		return { isFirst, response, workflow };
	}

	const key = 'a'.repeat(16);
	const other = 'b'.repeat(16);

	it('marks the static data as changed again after n8n forgot that while it started', async () => {
		const staticData = { 'node:Trigger': { deliveries: other } };
		const { workflow } = deliver(key, 'forgetful', staticData);
		expect(workflow.staticData.__dataChanged).toBe(true);

		// n8n makes a second workflow from the same object before it saves the first
		workflowWith(staticData);
		expect(workflow.staticData.__dataChanged).toBe(false);
		await sleep(1);
		expect(workflow.staticData.__dataChanged).toBe(true);
		expect(JSON.stringify(workflow.staticData)).toBe(
			`{"node:Trigger":{"deliveries":"${other} ${key}"}}`,
		);
	});

	it('saves what came in meanwhile, too, so that the last of a burst saves it all', () => {
		const { workflow } = deliver(key, 'burst', {});
		deliver(other, 'burst', {});
		expect(JSON.stringify(workflow.staticData)).toContain(`"${key} ${other}"`);
	});

	it('is asked again for a delivery with which n8n could not start the workflow', () => {
		const { response, workflow } = deliver(key, 'failing', {});
		response.close(500);
		const saved = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		expect(deliver(key, 'failing', saved).isFirst).toBe(true);
		expect(deliver(key, 'failing', saved).isFirst).toBe(false);
	});

	it('remembers a delivery that was answered with 200, or that nobody waited for', () => {
		deliver(key, 'answered', {}).response.close(200);
		expect(deliver(key, 'answered', {}).isFirst).toBe(false);
	});

	it('knows after a restart what was saved, and nothing else', async () => {
		const { workflow } = deliver(key, 'restarted', {});
		const saved = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		for (const [staticData, isFirst] of [
			[saved, false],
			[{}, true],
		] as const) {
			await jest.isolateModulesAsync(async () => {
				const restarted = await import('../../../nodes/CashfreeVkycTrigger/repeats');
				const delivery = deliver(key, 'restarted', staticData, restarted.isFirstDelivery);
				expect(delivery.isFirst).toBe(isFirst);
			});
		}
	});

	it('tells workflows apart, and the triggers of one workflow', () => {
		const second = { ...trigger, id: 'second', name: 'Trigger1' };
		expect(deliver(key, 'one', {}).isFirst).toBe(true);
		expect(deliver(key, 'two', {}).isFirst).toBe(true);
		expect(deliver(key, 'one', {}, isFirstDelivery, second).isFirst).toBe(true);
		expect(deliver(key, 'one', {}, isFirstDelivery, second).isFirst).toBe(false);
	});

	it('learns from what another process wrote', () => {
		deliver(other, 'processes', {});
		const staticData = { 'node:Trigger': { deliveries: key } };
		expect(deliver(key, 'processes', staticData).isFirst).toBe(false);
	});
});
