import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { NotSent } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import { sendOnce } from '../../../../nodes/CashfreeVkyc/transport/sendOnce';
import { FakeClock } from '../../../support/fakeClock';
import { networkFault, node, response, scriptedContext } from '../../../support/scriptedContext';
import type { Respond } from '../../../support/scriptedContext';
import { anything } from './outcomes';

const decrypted = { id: '', name: '', type: 'cashfreeSecureIdApi', data: { clientId: 'an-id' } };
const address = 'https://cashfree.example/v';
const credential = { decrypted, address, secrets: [], environment: 'custom', account: 'a' };

const request = {
	method: 'POST' as const,
	path: '/vkyc',
	query: { a: '1' },
	body: { b: 2 },
	expects: anything,
};

function sentOnce(respond: Respond, run = new AbortController()) {
	const clock = new FakeClock();
	const scripted = scriptedContext({ respond });
	const { signal } = run;
	const conditions = { credential, timeout: 5000, clock, signal, itemIndex: 3 };
	return { ...scripted, clock, run, end: sendOnce(scripted.context, request, conditions) };
}

/** Like a server that does not answer. */
const hang: Respond = async (_, signal) =>
	await new Promise((_resolve, reject) => {
		signal.addEventListener('abort', () => reject(networkFault('ERR_CANCELED')));
	});

it('sends the request with the credential, and leaves the reading of the answer to this package', async () => {
	const { end, requests } = sentOnce(() =>
		response(200, '{"id":9007199254740993}', { 'retry-after': '7', a: 'b' }),
	);
	expect(await end).toEqual({
		state: 'answered',
		status: 200,
		headers: { 'retry-after': '7' },
		body: { id: '9007199254740993' },
		requestId: 'request-1',
	});
	const { type, options, additional } = requests[0]!;
	expect(type).toBe('cashfreeSecureIdApi');
	expect(additional).toEqual({ credentialsDecrypted: decrypted });
	expect(options).toEqual({
		method: 'POST',
		url: 'https://cashfree.example/v/vkyc',
		qs: { a: '1' },
		body: '{"b":2}',
		headers: {
			accept: 'application/json',
			'content-type': 'application/json',
			'x-request-id': 'request-1',
		},
		encoding: 'text',
		timeout: 5000,
		abortSignal: expect.any(AbortSignal),
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	});
});

it('speaks to n8n as the node it is', async () => {
	const { context, requests } = scriptedContext({ respond: () => response(200, {}) });
	let caller: unknown;
	const { httpRequestWithAuthentication: send } = context.helpers;
	context.helpers.httpRequestWithAuthentication = async function (this: typeof context, ...args) {
		caller = this.getNode();
		return await send.apply(this, args);
	};
	const signal = undefined;
	const clock = new FakeClock();
	await sendOnce(context, request, { credential, timeout: 1, clock, signal, itemIndex: 0 });
	expect(caller).toBe(context.getNode());
	expect(requests).toHaveLength(1);
});

it('ends when its time is up', async () => {
	const { clock, end } = sentOnce(hang);
	await clock.pass(5000);
	expect(await end).toEqual({ state: 'unknown', reason: 'timeout', requestId: 'request-1' });
});

it('ends when the run is stopped, and says that the outcome is not known', async () => {
	const { run, end } = sentOnce(hang);
	run.abort();
	expect(await end).toEqual({ state: 'unknown', reason: 'stopped', requestId: 'request-1' });
});

it('tells n8n both ways when to end', async () => {
	const { run, requests, end } = sentOnce(hang);
	run.abort();
	await end;
	expect(requests[0]?.options.abortSignal).toMatchObject({ aborted: true });
});

it('reads how the network let it down', async () => {
	const { end } = sentOnce(() => {
		throw networkFault('ECONNREFUSED', 'connect');
	});
	expect(await end).toEqual({ state: 'not_sent', code: 'ECONNREFUSED', requestId: 'request-1' });
});

it('reads it in a run that cannot be stopped, too', async () => {
	const lose = () => {
		throw networkFault('ECONNRESET', 'read');
	};
	const { context } = scriptedContext({ respond: lose });
	const clock = new FakeClock();
	const conditions = { credential, timeout: 1, clock, signal: undefined, itemIndex: 0 };
	const outcome = await sendOnce(context, request, conditions);
	expect(outcome).toEqual({ state: 'unknown', reason: 'connection_lost', requestId: 'request-1' });
});

it('hands on what the credential says where the request could not be made, and that nothing was sent', async () => {
	const { end } = sentOnce(() => {
		const cause = new UserError('This credential is for another address');
		throw new NodeApiError(node, cause as never);
	});
	const { state: outcome, error } = (await end) as NotSent;
	expect(outcome).toBe('not_sent');
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({
		message: 'This credential is for another address [item 3]',
		context: { data: { outcome: 'not_sent' }, itemIndex: 3 },
	});
});

it('believes no success that is not what was asked for', async () => {
	const expects = { what: 'a 1', isIn: ({ a }: IDataObject) => a === 1 };
	const { context } = scriptedContext({ respond: () => response(200, { a: 2 }) });
	const conditions = { credential, timeout: 1, clock: new FakeClock(), itemIndex: 0 };
	const asked = { ...request, expects };
	const outcome = await sendOnce(context, asked, { ...conditions, signal: undefined });
	expect(outcome).toMatchObject({ state: 'unknown', reason: 'not_expected', expected: 'a 1' });
});

it('does not take it for unsent where reading the answer goes wrong', async () => {
	const isIn = () => {
		throw new RangeError('no');
	};
	const { context } = scriptedContext({ respond: () => response(200, {}) });
	const conditions = { credential, timeout: 1, clock: new FakeClock(), itemIndex: 0 };
	const asked = { ...request, expects: { what: '', isIn } };
	const end = sendOnce(context, asked, { ...conditions, signal: undefined });
	await expect(end).rejects.toThrow('no');
});

it('does not hand on what others say, which may quote the request', async () => {
	const { end } = sentOnce(() => {
		throw new TypeError('Invalid value "Asha Rao" in header');
	});
	const { error } = (await end) as NotSent;
	expect(error).toMatchObject({
		message: 'Something unexpected happened in this node [item 3]',
		description: expect.stringMatching(
			/^Nothing was sent\..* TypeError at sendOnce\.test\.ts:\d+\.$/,
		),
		context: { data: { outcome: 'not_sent' }, itemIndex: 3 },
	});
	expect(JSON.stringify([error, error?.stack])).not.toContain('Asha');
});
