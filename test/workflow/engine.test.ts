import type { ICredentialType, INodeExecutionData, INodeParameters, OnError } from 'n8n-workflow';

import { runWorkflow } from '../support/engine';
import { hasLeftFiles } from '../support/n8nRuntime';
import { sample, sampleApi } from '../support/sampleNodes';
import { startSampleService } from '../support/sampleService';
import { sampleWorkflow } from '../support/sampleWorkflow';

const secret = 'invented-secret';
let service: Awaited<ReturnType<typeof startSampleService>>;

beforeEach(async () => {
	service = await startSampleService();
});

afterEach(async () => {
	await service.close();
});

const run = async (
	parameters: INodeParameters,
	options: Partial<Parameters<typeof runWorkflow>[0]> = {},
) =>
	await runWorkflow({
		workflow: sampleWorkflow(parameters),
		nodeTypes: { 'n8n-nodes-test.sample': sample },
		credentialTypes: { sampleApi },
		credentials: { sampleApi: { baseUrl: service.url, secret } },
		items: [{ x: 1 }, { x: 2 }, { x: 3 }],
		...options,
	});

const authorizations = () => service.requests.map(({ authorization }) => authorization);
const json = (items: INodeExecutionData[]) => items.map((item) => item.json);
const secondFails = { path: '={{ $json.x === 2 ? "/400" : "/echo" }}', body: '={{ $json }}' };

it('sends each item to the service, signed, and keeps the answers paired', async () => {
	const result = await run({ body: '={{ $json }}' });

	expect(result.status).toBe('success');
	expect(result.output('Sample')).toEqual([
		{ json: { x: 1 }, pairedItem: { item: 0 } },
		{ json: { x: 2 }, pairedItem: { item: 1 } },
		{ json: { x: 3 }, pairedItem: { item: 2 } },
	]);
	expect(json(result.output('Good'))).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
	expect(authorizations()).toEqual(Array(3).fill(`Token ${secret}`));
	expect(result.decryptions).toBe(6);
});

it('resolves expressions in the time zone of the workflow', async () => {
	const body =
		'={{ { zone: $now.zoneName, day: DateTime.fromISO("2024-02-01").toFormat("d/L") } }}';
	const result = await run({ body }, { items: [{}], timezone: 'Asia/Kolkata' });
	expect(json(result.output('Sample'))).toEqual([{ zone: 'Asia/Kolkata', day: '1/2' }]);
});

it('starts from what is pinned in the file where no items are given', async () => {
	const pinData = { Start: [{ json: { x: 9 } }] };
	const file = { ...sampleWorkflow({ body: '={{ $json }}' }), pinData };
	const result = await run({}, { workflow: file, items: undefined });
	expect(json(result.output('Sample'))).toEqual([{ x: 9 }]);
});

it('collects hints, metadata and logs, and leaves no file behind', async () => {
	const result = await run({});
	expect(result.hints('Sample')).toEqual([{ message: '3 sent', location: 'outputPane' }]);
	expect(result.metadata('Sample')).toEqual({ tracing: { sent: 3 } });
	expect(result.logs.join('\n')).toContain('info Sent {"items":3');
	expect(hasLeftFiles()).toBe(false);
});

it.each<[OnError, string, number[], number]>([
	['stopWorkflow', 'error', [], 0],
	['continueRegularOutput', 'success', [1, 3], 0],
	['continueErrorOutput', 'success', [1, 3], 1],
])('does on failure what %s says', async (onError, status, good, bad) => {
	const result = await run(secondFails, { onError });
	expect(result.status).toBe(status);
	expect(json(result.output('Good')).flatMap(({ x }) => x ?? [])).toEqual(good);
	expect(result.output('Sample', 1)).toHaveLength(bad);
	expect(result.output('Bad')).toHaveLength(bad);
});

it('tells why an execution failed, without the secret in what is saved or logged', async () => {
	const result = await run(secondFails);
	expect(result.error).toMatchObject({ name: 'NodeApiError', httpCode: '400' });
	expect(result.errorOf('Sample')).toMatchObject({ description: 'Not today' });
	expect(result.saved()).toContain('Not today');
	expect(result.saved() + result.logs.join()).not.toContain(secret);
});

it('refuses to run a node whose required parameter is empty', async () => {
	const result = await run({ path: '' });
	expect(result.error?.message).toContain('Parameter "Path" is required');
	expect(service.requests).toEqual([]);
});

it('authenticates again where the service answers 401', async () => {
	await run({ path: '/401' }, { items: [{}] });
	expect(service.requests).toHaveLength(2);
});

it('resolves a declared authentication, and fetches a token where there is none or it is refused', async () => {
	const declared: ICredentialType = {
		...sampleApi,
		properties: [
			...sampleApi.properties,
			{
				displayName: 'Token',
				name: 'token',
				type: 'hidden',
				typeOptions: { expirable: true },
				default: '',
			},
		],
		preAuthentication: jest.fn(async () => ({ token: 'fresh' })),
		authenticate: {
			type: 'generic',
			properties: { headers: { authorization: '={{ $credentials.token }}' } },
		},
	};
	await run({}, { credentialTypes: { sampleApi: declared } });
	expect(authorizations()).toEqual(Array(3).fill('fresh'));
	expect(declared.preAuthentication).toHaveBeenCalledTimes(1);
	await run({ path: '/401' }, { credentialTypes: { sampleApi: declared }, items: [{}] });
	expect(declared.preAuthentication).toHaveBeenCalledTimes(3);
});

it.each<OnError>(['stopWorkflow', 'continueRegularOutput'])(
	'stops the request under way and sends no other when cancelled (%s)',
	async (onError) => {
		const stop = new AbortController();
		const received = service.received();
		const running = run({ path: '/hang' }, { signal: stop.signal, onError });
		await received;
		stop.abort();

		expect((await running).status).toBe('canceled');
		expect(service.requests).toHaveLength(1);
		await service.requests[0]?.closed;
	},
);

it('says which node type or node is not there', async () => {
	await expect(run({}, { nodeTypes: {} })).rejects.toThrow('Hand over the node type');
	const result = await run({});
	expect(() => result.output('Sampel')).toThrow('The workflow has no node "Sampel"');
});
