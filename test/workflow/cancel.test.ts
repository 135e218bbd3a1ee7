import type { IDataObject, INode } from 'n8n-workflow';
import { runWithSettings } from '../support/runWithSettings';
import { until } from '../support/until';
import { byUserId, useCashfree } from '../support/vkyc';

// On the wall's own time: each wait here would take an hour, were it not ended.
const { cashfree, operations, createUsers } = useCashfree();
const anHour = 3600;
const items = Array.from({ length: 50 }, (_, index) => ({ id: `kyc-${index}`, user: 'lead-1' }));

/** Runs the node until `isTime`, then stops it as n8n's Stop button does. */
async function runStopped(
	options: IDataObject,
	isTime: () => boolean,
	settings: Partial<INode> = {},
) {
	const stop = new AbortController();
	const { signal } = stop;
	const parameters = {
		...byUserId,
		options: { timeout: anHour, maxRateLimitWait: 600, ...options },
	};
	const execution = runWithSettings({ cashfree, parameters, items, settings, signal });
	await until(isTime);
	stop.abort();
	return await execution;
}

beforeEach(async () => void (await createUsers('lead-1')));

it.each<[string, Partial<INode>]>([
	['stops at a failed item', {}],
	['goes on with failed items', { onError: 'continueRegularOutput' }],
	['is tried again', { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 }],
])('a node that %s ends its requests and sends no further one', async (_, settings) => {
	cashfree.faults.queue('hang', { on: 'POST /vkyc', times: 99 });
	const isUnderWay = () => operations().length === 3;
	const { status } = await runStopped({ maxConcurrentItems: 3 }, isUnderWay, settings);
	expect(status).toBe('canceled');
	expect(operations()).toEqual(['POST /vkyc', 'POST /vkyc', 'POST /vkyc']);
});

it('a stopped run keeps what was done, and says that the outcome of the rest is not known', async () => {
	cashfree.faults.queue('hang', { on: 'POST /vkyc', match: { verification_id: 'kyc-1' } });
	const isUnderWay = () => operations().length === 2;
	const onError = 'continueRegularOutput';
	const { json } = await runStopped({ maxConcurrentItems: 1 }, isUnderWay, { onError });
	expect(json).toMatchObject([
		{ verification_id: 'kyc-0' },
		{
			error: {
				outcome: 'unknown',
				message: 'The run was stopped before the response from Cashfree arrived [item 1]',
			},
		},
	]);
});

it('a stopped run ends its waiting for the rate limit', async () => {
	const headers = { 'retry-after': String(anHour) };
	cashfree.faults.queue('429', { on: 'POST /vkyc', times: 99, headers });
	const isRefused = () => cashfree.requests.some(({ status }) => status === 429);
	const { status } = await runStopped({ maxConcurrentItems: 1 }, isRefused);
	expect(status).toBe('canceled');
	expect(operations()).toEqual(['POST /vkyc']);
});

it('a stopped run ends its pause before the next try', async () => {
	cashfree.faults.queue('take-then-500', { times: 999 });
	const isPausing = () => operations().length >= 4;
	const { status } = await runStopped({ maxConcurrentItems: 4 }, isPausing);
	expect(status).toBe('canceled');
	expect(operations().length).toBeLessThan(items.length);
});
