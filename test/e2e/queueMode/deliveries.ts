import {
	deliver as deliverTo,
	newEvents,
	startedWith,
	twoAddresses,
	verificationIds,
} from '../support/deliveries';
import { newEvent, saveTrigger } from '../support/events';
import { until } from '../support/waiting';
import type { Declare, QueueShared } from '../support/shared';

export const deliveryTests = (it: Declare, shared: QueueShared) => {
	const deliver = async (url: string, event: object, overrides?: object) =>
		await deliverTo(shared.instance, url, event, overrides);

	/** A workflow that is switched on, with its address at each of two webhook processes. */
	async function publishTrigger() {
		const { workflow } = await saveTrigger(shared.instance);
		await shared.instance.rest.activateWorkflow(workflow);
		return { workflow, urls: await twoAddresses(shared.instance, workflow) };
	}

	describe('Of deliveries to a webhook process', () => {
		it('20 at once, each genuine one starts one execution, each forged one none', async () => {
			const { workflow, urls } = await publishTrigger();
			const [genuine, forged] = [newEvents(20), newEvents(20)];
			const answers = await Promise.all([
				...genuine.map((event) => deliver(urls[0], event)),
				...forged.map((event) => deliver(urls[0], event, { secret: 'forged' })),
			]);
			expect(answers).toEqual([...Array(20).fill(200), ...Array(20).fill(401)]);
			const started = await startedWith(shared.instance, workflow, 20);
			expect(started).toEqual(verificationIds(genuine));
		});

		it('the same one ten times at once starts one execution', async () => {
			const { workflow, urls } = await publishTrigger();
			const [event, next] = [newEvent(), newEvent()];
			const answers = await Promise.all(
				Array(10)
					.fill(event)
					.map((each) => deliver(urls[0], each)),
			);
			expect(answers).toEqual(Array(10).fill(200));
			await deliver(urls[0], next);
			const started = await startedWith(shared.instance, workflow, 2);
			expect(started).toEqual(verificationIds([event, next]));
		});

		it('one that another process has taken before starts nothing', async () => {
			const { workflow, urls } = await publishTrigger();
			const [event, next] = [newEvent(), newEvent()];
			await deliver(urls[0], event);
			await until('the memory of the delivery in the database', async () => {
				const { staticData } = await shared.instance.rest.request<{
					staticData?: { global?: { cashfreeVkycDeliveries?: string } };
				}>('GET', `/workflows/${workflow.id}`);
				return staticData?.global?.cashfreeVkycDeliveries || undefined;
			});
			expect(await deliver(urls[1], event)).toBe(200);
			await deliver(urls[1], next);
			const started = await startedWith(shared.instance, workflow, 2);
			expect(started).toEqual(verificationIds([event, next]));
		});

		it('none is taken by the main process', async () => {
			const { workflow } = await publishTrigger();
			const webhookId = workflow.nodes[0]?.webhookId;
			const url = `${shared.instance.url}/webhook/${webhookId}/webhook`;
			expect(await deliver(url, newEvent())).toBe(404);
		});
	});
};
