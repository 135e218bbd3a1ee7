import { sleep, Workflow } from 'n8n-workflow';
import type { IDataObject, INode, IWebhookFunctions } from 'n8n-workflow';
import { takeDelivery } from '../../../nodes/CashfreeVkycTrigger/deduplication';
import { openDelivery } from './httpResponse';

const trigger = { id: 'node', name: 'Trigger' } as INode;
const workflowWith = (staticData: IDataObject) =>
	new Workflow({
		nodes: [],
		connections: {},
		active: true,
		nodeTypes: { getByName: jest.fn(), getByNameAndVersion: jest.fn(), getKnownTypes: jest.fn() },
		staticData,
	});

interface Circumstances {
	/** What the database has when the delivery arrives */
	staticData?: IDataObject;
	node?: INode;
	attempt?: number;
	others?: string[];
	takeIn?: typeof takeDelivery;
	/** Over which connection it came */
	delivery?: Awaited<ReturnType<typeof openDelivery>>;
}

/** One delivery, as n8n hands it over. */
async function deliver(
	key: string,
	workflowId: string,
	{
		staticData = {},
		node = trigger,
		attempt = 1,
		takeIn = takeDelivery,
		others = [],
		...more
	}: Circumstances = {},
) {
	const workflow = workflowWith(staticData);
	const delivery = more.delivery ?? (await openDelivery());
	const context = {
		getWorkflow: () => ({ id: workflowId }),
		getNode: () => node,
		getWorkflowStaticData: (type: string) => workflow.getStaticData(type, node),
		getResponseObject: () => delivery.response,
	};
	const known = takeIn(context as unknown as IWebhookFunctions, [key, ...others], attempt);
	/** What n8n writes into the database once it has started the workflow. */
	const saved = () => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
	return { known, workflow, saved, ...delivery };
}

/** Runs with the memory that n8n has after a restart: none. */
async function afterRestart(run: (takeIn: typeof takeDelivery) => Promise<void>) {
	await jest.isolateModulesAsync(async () => {
		const { takeDelivery: takeIn } = await import(
			'../../../nodes/CashfreeVkycTrigger/deduplication.ts'
		);
		await run(takeIn);
	});
}

const key = 'a'.repeat(16);
const other = 'b'.repeat(16);

it('marks the static data as changed again after n8n forgot that while it started', async () => {
	const staticData = { global: { countedByAnotherNode: 5 } };
	const { workflow, saved } = await deliver(key, 'forgetful', { staticData });
	expect(workflow.staticData.__dataChanged).toBe(true);

	// n8n makes a second workflow from the same object before it saves the first
	workflowWith(staticData);
	expect(workflow.staticData.__dataChanged).toBe(false);
	await sleep(1);
	expect(workflow.staticData.__dataChanged).toBe(true);
	expect(saved()).toEqual({
		global: {
			countedByAnotherNode: 5,
			cashfreeVkycDeliveries: expect.stringMatching(/^\w{16}\.1$/),
		},
	});
});

it('is never saved by another delivery before n8n has answered it', async () => {
	await deliver(key, 'killed');
	const answered = await deliver(other, 'killed');
	answered.saved();
	await answered.answer(200);
	const staticData = (await deliver('c'.repeat(16), 'killed')).saved();
	await afterRestart(async (takeIn) => {
		expect((await deliver(key, 'killed', { staticData, takeIn })).known).toBe('first');
		expect((await deliver(other, 'killed', { staticData, takeIn })).known).toBe('duplicate');
	});
});

it('saves what came in meanwhile, too, so that the last of a burst saves it all', async () => {
	const first = await deliver(key, 'burst');
	const second = await deliver(other, 'burst');
	first.saved();
	const staticData = second.saved();
	await afterRestart(async (takeIn) => {
		for (const each of [key, other]) {
			expect((await deliver(each, 'burst', { staticData, takeIn })).known).toBe('duplicate');
		}
	});
});

describe('after the sender has gone without an answer', () => {
	it.each([
		{ when: 'before', end: 'fails', status: 503, next: ['first', 'under way'] },
		{ when: 'before', end: 'starts the workflow', status: 200, next: ['duplicate', 'duplicate'] },
		{ when: 'after', end: 'fails', status: 500, next: ['first', 'under way'] },
		{ when: 'after', end: 'starts the workflow', status: 200, next: ['duplicate', 'duplicate'] },
	])(
		'$when the node has looked, it is under way until n8n $end',
		async ({ when, status, next }) => {
			const name = `${when} ${status}`;
			const again = async () => (await deliver(key, name)).known;
			const delivery = await openDelivery();
			if (when === 'before') await delivery.hangUp();
			expect((await deliver(key, name, { delivery })).known).toBe('first');
			if (when === 'after') await delivery.hangUp();
			expect(await again()).toBe('under way');
			await delivery.answer(status);
			expect([await again(), await again()]).toEqual(next);
		},
	);
});

it('is under way also while its sender waits, since n8n may still fail at it', async () => {
	const { answer } = await deliver(key, 'waiting');
	expect((await deliver(key, 'waiting')).known).toBe('under way');
	await answer(200);
	expect((await deliver(key, 'waiting')).known).toBe('duplicate');
});

it('is taken again where n8n could not start the workflow with it', async () => {
	const { answer } = await deliver(key, 'failing');
	await answer(500);
	expect((await deliver(key, 'failing')).known).toBe('first');
});

it('is known after a restart, unless Cashfree says that the answer did not arrive', async () => {
	const { saved } = await deliver(key, 'restarted');
	for (const [staticData, attempt, known] of [
		[saved(), 1, 'duplicate'],
		[saved(), 2, 'first'],
		[{}, 1, 'first'],
	] as const) {
		await afterRestart(async (takeIn) => {
			const delivery = await deliver(key, 'restarted', { staticData, attempt, takeIn });
			expect(delivery.known).toBe(known);
		});
	}
});

it('is known after the trigger was renamed', async () => {
	const staticData = (await deliver(key, 'renamed')).saved();
	const node = { ...trigger, name: 'Another name' };
	await afterRestart(async (takeIn) => {
		expect((await deliver(key, 'renamed', { staticData, node, takeIn })).known).toBe('duplicate');
	});
});

it('is not erased by an event to another trigger of the workflow at the same moment', async () => {
	const node = { ...trigger, id: 'second', name: 'Trigger1' };
	const [one, two] = [await deliver(key, 'two'), await deliver(other, 'two', { node })];
	one.saved();
	const staticData = two.saved();
	await afterRestart(async (takeIn) => {
		expect((await deliver(key, 'two', { staticData, takeIn })).known).toBe('duplicate');
		expect((await deliver(other, 'two', { staticData, node, takeIn })).known).toBe('duplicate');
	});
});

it('tells workflows apart, and the triggers of one workflow', async () => {
	const node = { ...trigger, id: 'second' };
	expect((await deliver(key, 'first workflow')).known).toBe('first');
	expect((await deliver(key, 'second workflow')).known).toBe('first');
	expect((await deliver(key, 'first workflow', { node })).known).toBe('first');
});

it('learns from what another process wrote', async () => {
	await deliver(other, 'processes');
	let staticData: IDataObject = {};
	await afterRestart(async (takeIn) => {
		staticData = (await deliver(key, 'processes', { takeIn })).saved();
	});
	expect((await deliver(key, 'processes', { staticData })).known).toBe('duplicate');
});

it('remembers other keys with one that decides, also after a restart', async () => {
	const { saved } = await deliver(key, 'with others', { others: [other] });
	const staticData = saved();
	await afterRestart(async (takeIn) => {
		for (const each of [key, other]) {
			const { known } = await deliver(each, 'with others', { staticData, takeIn });
			expect(known).toBe('duplicate');
		}
	});
});

it('takes a key anew although another that comes with it is known', async () => {
	await (await deliver(other, 'known other')).answer(200);
	expect((await deliver(key, 'known other', { others: [other] })).known).toBe('first');
});

it('does not know the other keys of a delivery that n8n could not start', async () => {
	await (await deliver(key, 'failed others', { others: [other] })).answer(500);
	expect((await deliver(other, 'failed others')).known).toBe('first');
});
