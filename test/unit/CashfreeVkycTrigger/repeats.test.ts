import {
	sleep,
	Workflow,
	type IDataObject,
	type INode,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { takeDelivery } from '../../../nodes/CashfreeVkycTrigger/repeats';
import { Response } from './response';

describe('takeDelivery', () => {
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
		takeIn = takeDelivery,
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
		const known = takeIn(context as unknown as IWebhookFunctions, key);
		return { known, response, workflow };
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
		expect(deliver(key, 'failing', saved).known).toBe('first');
		expect(deliver(key, 'failing', saved).known).toBe('repeated');
	});

	it('remembers a delivery that was answered with 200', () => {
		deliver(key, 'answered', {}).response.close(200);
		expect(deliver(key, 'answered', {}).known).toBe('repeated');
	});

	describe('after a delivery whose sender did not wait for the answer', () => {
		it.each([
			{ end: 'has started the workflow', status: 200, next: ['repeated', 'repeated'] },
			{ end: 'failed, after which it is the first', status: 503, next: ['first', 'repeated'] },
		])('says that n8n is at work on it, until n8n $end', ({ status, next }) => {
			const again = () => deliver(key, `slow ${status}`, {});
			const { response } = again();
			response.hangUp();
			expect(again().known).toBe('under way');
			response.close(status);
			expect([again().known, again().known]).toEqual(next);
		});

		it('keeps at most 100 of them', () => {
			const keys = Array.from({ length: 101 }, (_, index) => index.toString().padStart(16, '0'));
			for (const each of keys) deliver(each, 'many', {}).response.hangUp();
			const known = keys.map((each) => deliver(each, 'many', {}).known);
			expect(known).toEqual(['repeated', ...Array<string>(100).fill('under way')]);
		});
	});

	it('knows after a restart what was saved, and nothing else', async () => {
		const { workflow } = deliver(key, 'restarted', {});
		const saved = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		for (const [staticData, known] of [
			[saved, 'repeated'],
			[{}, 'first'],
		] as const) {
			await jest.isolateModulesAsync(async () => {
				const restarted = await import('../../../nodes/CashfreeVkycTrigger/repeats');
				const delivery = deliver(key, 'restarted', staticData, restarted.takeDelivery);
				expect(delivery.known).toBe(known);
			});
		}
	});

	it('tells workflows apart, and the triggers of one workflow', () => {
		const second = { ...trigger, id: 'second', name: 'Trigger1' };
		expect(deliver(key, 'one', {}).known).toBe('first');
		expect(deliver(key, 'two', {}).known).toBe('first');
		expect(deliver(key, 'one', {}, takeDelivery, second).known).toBe('first');
		expect(deliver(key, 'one', {}, takeDelivery, second).known).toBe('repeated');
	});

	it('learns from what another process wrote', () => {
		deliver(other, 'processes', {});
		const staticData = { 'node:Trigger': { deliveries: key } };
		expect(deliver(key, 'processes', staticData).known).toBe('repeated');
	});
});
