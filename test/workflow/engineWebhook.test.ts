import { testCredential } from '../support/credentialTest';
import { sample, sampleApi } from '../support/sampleNodes';
import { startSampleService } from '../support/sampleService';
import { sampleTrigger } from '../support/sampleTrigger';
import { activateTrigger, runWebhook } from '../support/webhook';

const trigger = {
	nodeType: sampleTrigger,
	credentialTypes: { sampleApi },
	credentials: { sampleApi: { secret: 'right' } },
};
const delivery = (rawBody: string, secret = 'right') => ({
	headers: { 'X-Secret': secret },
	rawBody: Buffer.from(rawBody),
});

describe('runWebhook', () => {
	it('starts an execution and answers on receipt', async () => {
		const request = delivery('{ "kind": "sample" }');
		const { response, items } = await runWebhook({ ...trigger, request });
		expect(response).toMatchObject({ status: 200, body: { message: 'Workflow was started' } });
		expect(items).toEqual([
			{ kind: 'sample', bytes: 20, url: 'http://localhost:5678/webhook/webhook-id/webhook' },
		]);
	});

	it('answers what the trigger itself answers and starts nothing', async () => {
		const request = delivery('{ "kind": "sample" }', 'wrong');
		const { response, items } = await runWebhook({ ...trigger, request });
		expect(response).toMatchObject({ status: 401, body: { message: 'Unknown sender' } });
		expect(items).toBeUndefined();
	});

	it('acknowledges what the trigger ignores', async () => {
		const request = delivery('{ "kind": "other" }');
		const { response, items } = await runWebhook({ ...trigger, request });
		expect(response).toMatchObject({ status: 200, body: { message: 'Webhook call received' } });
		expect(items).toBeUndefined();
	});

	it('answers 500 where the trigger throws, and 422 to a body that is no JSON', async () => {
		const broken = await runWebhook({ ...trigger, request: delivery('{ "kind": "broken" }') });
		expect(broken.response.status).toBe(500);
		expect(broken.error).toMatchObject({ message: 'Cannot be read' });
		const noJson = await runWebhook({ ...trigger, request: delivery('{ "kind') });
		expect(noJson.response.status).toBe(422);
	});

	it('hands on the static data that n8n would save', async () => {
		const request = delivery('{ "kind": "sample" }');
		const first = await runWebhook({ ...trigger, request });
		const second = await runWebhook({ ...trigger, request, staticData: first.staticData });
		expect([first.staticData, second.staticData]).toEqual([{ taken: 1 }, { taken: 2 }]);
	});

	it('resolves the parameters of the trigger', async () => {
		const options = { ...trigger, parameters: { kind: '={{ "o" + "ther" }}' } };
		const { items } = await runWebhook({ ...options, request: delivery('{ "kind": "other" }') });
		expect(items).toHaveLength(1);
	});
});

describe('activateTrigger', () => {
	const unset = { ...trigger, credentials: { sampleApi: { secret: '' } } };

	it('passes, or throws what the trigger throws', async () => {
		await activateTrigger(trigger);
		await expect(activateTrigger(unset)).rejects.toThrow('Set the secret');
	});

	it('creates nothing where it exists already', async () => {
		const methods = { checkExists: async () => true, create: jest.fn(), delete: jest.fn() };
		await activateTrigger({
			...unset,
			nodeType: { ...sampleTrigger, webhookMethods: { default: methods } },
		});
		expect(methods.create).not.toHaveBeenCalled();
	});
});

describe('testCredential', () => {
	it('runs the function by which a node tests a credential, over the defaults', async () => {
		const service = await startSampleService();
		const test = async (secret: string) =>
			await testCredential({
				credentialType: sampleApi,
				nodeType: sample,
				credentials: { baseUrl: service.url, secret },
			});
		expect(await test('right')).toMatchObject({ status: 'OK', message: 'Works' });
		expect(await test('wrong')).toMatchObject({ message: 'The service answered 401' });
		expect(service.requests[0]?.authorization).toBe('Token right');
		await service.close();
	});

	it('refuses what n8n would not run', async () => {
		const options = { nodeType: sampleTrigger, credentials: {} };
		await expect(testCredential({ ...options, credentialType: sampleApi })).rejects.toThrow(
			'no function that tests',
		);
		const credentialType = { ...sampleApi, test: { request: { url: '/' } } };
		await expect(testCredential({ ...options, credentialType })).rejects.toThrow(
			'n8n runs the test request',
		);
	});
});
