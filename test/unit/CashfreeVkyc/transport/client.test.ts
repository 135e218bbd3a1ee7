import { createClient } from '../../../../nodes/CashfreeVkyc/transport/client';
import { credentialReader } from '../../../../nodes/CashfreeVkyc/transport/credential';
import type { CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/request';
import { FakeClock } from '../../../support/fakeClock';
import { networkFault, response, scriptedContext } from '../../../support/scriptedContext';
import type { Respond } from '../../../support/scriptedContext';
import { reconcilable, read } from './outcomes';

const options = { maxConcurrentItems: 2, maxRateLimitRetries: 50, maxRateLimitWait: 600_000 };
const timeout = 30_000;
const lose = () => {
	throw networkFault('ECONNRESET', 'read');
};
const initiate = (id: string, body = {}): CashfreeRequest => ({
	...reconcilable,
	body: { verification_id: id, ...body },
	creates: {
		...reconcilable.creates!,
		id,
		lookUp: { ...reconcilable.creates!.lookUp!, query: { verification_id: id } },
	},
});

/** A client whose requests are answered as told, on a clock that goes on by itself. */
async function clientWith(respond: Respond, changes = {}) {
	const clock = new FakeClock();
	const stop = new AbortController();
	const cancel = new AbortController();
	const scripted = scriptedContext({ respond, signal: cancel.signal });
	const { context } = scripted;
	const made = createClient(context, { ...options, ...changes }, stop.signal, () => true, clock);
	const access = { credential: await credentialReader(context)(0), timeout };
	const client = {
		...made,
		/** Of an item of the account `clientId`, where it is not the usual one. */
		sendFor(itemIndex: number, account?: string) {
			const { credential } = access;
			const own = { ...credential, account: account ?? credential.account };
			return made.sendFor(itemIndex, { ...access, credential: own });
		},
	};
	/** Waits for the requests of several items, each with what it results in or is refused with. */
	const outcomes = async (sending: Array<Promise<unknown>>) => {
		const settled = Promise.allSettled(sending);
		await clock.pass(3_600_000);
		return (await settled).map((end) => (end.status === 'fulfilled' ? end.value : end.reason));
	};
	const sent = () => scripted.requests.map(({ options: { method } }) => method).join(' ');
	return { client, clock, outcomes, sent, stop, cancel };
}

it('sends to the environment of the credential, and tells which one it is', async () => {
	const { client, outcomes } = await clientWith(({ url }) => response(200, { url }));
	const url = 'https://sandbox.cashfree.com/verification/user';
	expect(await outcomes([client.sendFor(0)(read)])).toEqual([{ url }]);
	expect(client.environments).toEqual(new Set(['sandbox']));
	expect(client.statistics()).toEqual({ recovered: 0, waited: 0, shared: 0 });
});

it('sends in an n8n that cannot stop a run, and takes the time of the system by itself', async () => {
	const { context } = scriptedContext({ respond: () => response(200, { id: 1 }) });
	const older = { ...context, getExecutionCancelSignal: undefined } as never;
	const client = createClient(older, options, new AbortController().signal, () => true);
	const access = { credential: await credentialReader(context)(0), timeout };
	expect(await client.sendFor(0, access)(read)).toEqual({ id: 1 });
});

it('counts each item once that needed more than one request', async () => {
	const answers = new Map<string, number>();
	const respond: Respond = ({ method, url, qs }) => {
		const key = `${method} ${url} ${JSON.stringify(qs)}`;
		answers.set(key, (answers.get(key) ?? 0) + 1);
		if (method === 'POST') return lose();
		return answers.get(key) === 1 && url.endsWith('/user') ? lose() : response(200, { ok: 1 });
	};
	const { client, outcomes } = await clientWith(respond);
	const send = client.sendFor(4);
	const found = await outcomes([send(initiate('a')), send(initiate('b')), client.sendFor(5)(read)]);
	expect(found).toEqual([{ ok: 1 }, { ok: 1 }, { ok: 1 }]);
	expect(client.statistics()).toEqual({ recovered: 2, waited: 0, shared: 0 });
});

it('does not count an item as recovered that failed', async () => {
	const { client, outcomes } = await clientWith(lose);
	const [error] = await outcomes([client.sendFor(0)(read)]);
	expect(error).toMatchObject({ context: { itemIndex: 0, data: { outcome: 'unknown' } } });
	expect(client.statistics().recovered).toBe(0);
});

it('counts each item that waited for the rate limit', async () => {
	let refusals = 3;
	const { client, outcomes } = await clientWith(() =>
		refusals-- > 0 ? response(429, {}, { 'retry-after': '9' }) : response(200, {}),
	);
	await outcomes([0, 1].map(async (itemIndex) => await client.sendFor(itemIndex)(read)));
	expect(client.statistics()).toEqual({ recovered: 0, waited: 2, shared: 0 });
});

it('takes the end of a rate limit from answers of the same operation only', async () => {
	const remaining = ['5', '0'];
	const { client, clock, sent } = await clientWith(() =>
		response(
			200,
			{},
			{ 'x-ratelimit-remaining': remaining.shift() ?? '5', 'x-ratelimit-reset': '30' },
		),
	);
	await client.sendFor(0)(initiate('a'));
	await clock.pass(900);
	await client.sendFor(1)(read);
	void client.sendFor(2)(read);
	await clock.pass(29_900);
	expect(sent()).toBe('POST GET');
	await clock.pass(200);
	expect(sent()).toBe('POST GET GET');
});

it('waits longer from try to try, ten seconds at most, each shortened by chance', async () => {
	const { client, clock, outcomes } = await clientWith(lose, { maxConcurrentItems: 100 });
	clock.chance = 0.5;
	await outcomes([client.sendFor(0)(read)]);
	const pauses = clock.sleeps.filter((ms) => ms !== timeout);
	expect(pauses.slice(0, 6)).toEqual([750, 1500, 3000, 6000, 7500, 7500]);
	expect(pauses).toHaveLength(19);
});

describe('where Cashfree answers nobody any more', () => {
	it('nothing is repeated after three tries for each item under way', async () => {
		const { client, outcomes, sent } = await clientWith(lose);
		await outcomes([client.sendFor(0)(read)]);
		expect(sent().split(' ')).toHaveLength(6);
		await outcomes([client.sendFor(1)(read)]);
		expect(sent().split(' ')).toHaveLength(7);
	});

	it('goes on as usual after any answer', async () => {
		let tries = 0;
		const { client, outcomes, sent } = await clientWith(() =>
			tries++ === 5 ? response(404, { code: 'user_id_not_found' }) : lose(),
		);
		await outcomes([client.sendFor(0)(read)]);
		expect(sent().split(' ')).toHaveLength(6);
		await outcomes([client.sendFor(1)(read)]);
		expect(sent().split(' ')).toHaveLength(12);
	});

	it('sends no more what it does not take, though it answers questions', async () => {
		const respond: Respond = ({ method }) =>
			method === 'POST' ? lose() : response(404, { code: 'verification_id_not_found' });
		const { client, outcomes, sent } = await clientWith(respond);
		const [error] = await outcomes([client.sendFor(0)(initiate('a'))]);
		expect(error).toMatchObject({ context: { data: { code: 'not_created' } } });
		expect(sent().match(/POST/g)).toHaveLength(6);
		await outcomes([client.sendFor(1)(initiate('b'))]);
		expect(sent().match(/POST/g)).toHaveLength(7);
	});
});

it('hides in an answer what an earlier request of the item told', async () => {
	const respond: Respond = ({ body }) =>
		body?.phone
			? response(200, {})
			: response(400, { code: 'x', message: '9988776655 has no WhatsApp' });
	const { client, outcomes } = await clientWith(respond);
	const send = client.sendFor(0);
	await outcomes([send(initiate('a', { phone: '9988776655' }))]);
	const [error] = await outcomes([send(initiate('b'))]);
	expect(error).toMatchObject({
		context: { data: { cashfree_message: '[hidden] has no WhatsApp' } },
	});
});

describe('items with the same ID', () => {
	it('share one request, and each gets an answer of its own', async () => {
		const { client, outcomes, sent } = await clientWith(() => response(200, { list: [1] }));
		const [first, second] = await outcomes(
			[0, 1].map(async (itemIndex) => await client.sendFor(itemIndex)(initiate('a'))),
		);
		expect([first, second]).toEqual([{ list: [1] }, { list: [1] }]);
		expect((first as { list: unknown }).list).not.toBe((second as { list: unknown }).list);
		expect(sent()).toBe('POST');
		expect(client.statistics()).toEqual({ recovered: 0, waited: 0, shared: 1 });
	});

	it('share what became of the request, each with its own number', async () => {
		const { client, outcomes } = await clientWith(() => response(422, { code: 'x' }));
		const faults = await outcomes(
			[0, 1].map(async (itemIndex) => await client.sendFor(itemIndex)(initiate('a'))),
		);
		expect(faults).toMatchObject([
			{ context: { itemIndex: 0, data: { code: 'x' } } },
			{ context: { itemIndex: 1, data: { code: 'x' } } },
		]);
		expect(client.statistics().shared).toBe(0);
	});

	it('share nothing where they are of different accounts', async () => {
		const { client, outcomes, sent } = await clientWith(() => response(200, {}));
		await outcomes([
			client.sendFor(0, 'north')(initiate('a')),
			client.sendFor(1, 'south')(initiate('a')),
		]);
		expect(sent()).toBe('POST POST');
		expect(client.statistics().shared).toBe(0);
	});

	it('share nothing where the request only reads', async () => {
		const { client, outcomes, sent } = await clientWith(() => response(200, {}));
		await outcomes([0, 1].map(async (itemIndex) => await client.sendFor(itemIndex)(read)));
		expect(sent()).toBe('GET GET');
	});
});

it('makes requests of one account only wait for its rate limit, and counts all that waited', async () => {
	let refusals = 2;
	const { client, clock, sent } = await clientWith(() =>
		refusals-- > 0 ? response(429, {}, { 'retry-after': '9' }) : response(200, {}),
	);
	void client.sendFor(0, 'north')(read);
	void client.sendFor(1, 'south')(read);
	await clock.settle();
	void client.sendFor(2, 'west')(read);
	await clock.settle();
	expect(sent()).toBe('GET GET GET');
	await clock.pass(10_000);
	expect(sent()).toBe('GET GET GET GET GET');
	expect(client.statistics().waited).toBe(2);
});

it('goes on sending to one account where the other answers nobody any more', async () => {
	const { client, outcomes, sent } = await clientWith(lose);
	await outcomes([client.sendFor(0, 'north')(read)]);
	expect(sent().split(' ')).toHaveLength(6);
	await outcomes([client.sendFor(1, 'south')(read)]);
	expect(sent().split(' ')).toHaveLength(12);
});

it('knows of each item whether anything was sent', async () => {
	const { client, outcomes, stop } = await clientWith(lose, { maxConcurrentItems: 1 });
	await outcomes([0, 1].map(async (itemIndex) => await client.sendFor(itemIndex)(initiate('a'))));
	stop.abort();
	await outcomes([client.sendFor(2)(read)]);
	expect([0, 1, 2].map(client.wasSent)).toEqual([true, true, false]);
});

it('begins no request once the run is at its end', async () => {
	const { client, outcomes, sent, stop } = await clientWith(() => response(200, {}));
	stop.abort();
	const [error] = await outcomes([client.sendFor(0)(read)]);
	expect(error).toMatchObject({ context: { data: { code: 'run_stopped', outcome: 'not_sent' } } });
	expect(sent()).toBe('');
});

it('ends a pause between two tries with the run, and tries no more', async () => {
	const { client, clock, sent, stop } = await clientWith(lose);
	const sending = client
		.sendFor(0)(read)
		.catch(() => 'ended');
	await clock.settle();
	stop.abort();
	expect(await sending).toBe('ended');
	expect(sent()).toBe('GET');
});

it('cuts off what is under way where n8n cancels the run, and only there', async () => {
	const signals: AbortSignal[] = [];
	const { client, clock, stop, cancel } = await clientWith(async (_, signal) => {
		signals.push(signal);
		await new Promise<void>(() => undefined);
	});
	void client.sendFor(0)(read);
	await clock.settle();
	stop.abort();
	expect(signals[0]?.aborted).toBe(false);
	cancel.abort();
	expect(signals[0]?.aborted).toBe(true);
});
