import { getEventListeners } from 'node:events';
import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { ShownOperation } from '../../../../nodes/CashfreeVkyc/actions/operation';
import { runItems } from '../../../../nodes/CashfreeVkyc/actions/router';
import { response, scriptedContext } from '../../../support/scriptedContext';
import type { Respond } from '../../../support/scriptedContext';
import { anything, reconcilable } from '../transport/outcomes';

const echo: Respond = ({ qs }) => response(200, { id: qs?.id, more: true });

/**
 * Asks Cashfree for the item's `id`, after its `first`. An item whose `fault` is `fields` is refused
 * before; one with a `bug` meets it then, with the answers, or with those to its first requests.
 */
const operation: ShownOperation = {
	description: [],
	simplified: ['id'],
	prepare(fields) {
		const [first, id, fault] = ['first', 'id', 'fault'].map((name) => fields.get(name) as string);
		if (fault === 'fields') throw fields.fieldError('ID')('is bad', 'Give another.');
		if (fault === 'early bug') throw new RangeError('a bug');
		const requests = [...(first ? [first] : []), id].map((each) => ({
			...{ method: 'GET' as const, path: '/vkyc', query: { id: each }, expects: anything },
		}));
		return {
			requests,
			output(answers) {
				if (fault === 'bug') throw new RangeError('a bug');
				const { id: answered, more } = answers.at(-1)!;
				const before = answers.length > 1 ? { first: answers[0]?.id } : {};
				return { ...before, id: answered, more, timezone: fields.timezone };
			},
			checkAnswers() {
				if (fault === 'answers') throw new RangeError('a bug');
				return 'First is done';
			},
			...(fault !== 'untold' && {
				afterFirst: (reason) =>
					fields.fieldError('ID')(`is second: ${String(reason)}`, 'First is done.'),
			}),
		};
	},
	hints: (items) => [`${items.length} succeeded`],
};

function run(
	parameters: IDataObject[],
	{
		continueOnFail = false,
		respond = echo,
		...more
	}: {
		continueOnFail?: boolean;
		respond?: Respond;
		credential?: IDataObject;
		signal?: AbortSignal;
	} = {},
) {
	const scripted = scriptedContext({ respond, parameters, ...more });
	const ids = () => scripted.requests.map(({ options }) => options.qs?.id);
	return { ...scripted, ids, output: runItems(scripted.context, operation, continueOnFail) };
}

const items = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, id) => ({ id: String(id) }));
const withItem = (index: number, changes: IDataObject, count = 3) =>
	items(count).map((item, at) => (at === index ? { ...item, ...changes } : item));
const timezone = 'Asia/Kolkata';
const good = (index: number) => ({
	json: { id: String(index), more: true, timezone },
	pairedItem: { item: index },
});
const bad = (index: number, error: object) => ({
	json: { error: expect.objectContaining(error) },
	pairedItem: { item: index },
});

it('gives each item its result, in the order of the input', async () => {
	const waiting: Array<() => void> = [];
	// the first answers come last
	const respond: Respond = async ({ qs }) => {
		if (waiting.length < 2) await new Promise<void>((resolve) => waiting.push(resolve));
		else waiting.forEach((resolve) => resolve());
		return response(200, { id: qs?.id, more: true });
	};
	const { output, hints } = run(items(3), { respond });
	expect(await output).toEqual([good(0), good(1), good(2)]);
	expect(hints).toMatchObject([{ message: '3 succeeded' }]);
});

it('does nothing where there are no items', async () => {
	const { context, hints } = scriptedContext({ parameters: [] });
	let asked = 0;
	context.getCredentials = async () => {
		asked++;
		throw new RangeError('asked');
	};
	const output = runItems(context, operation, false);
	expect(await output).toEqual([]);
	expect(hints).toEqual([]);
	expect(asked).toBe(0);
});

it('shapes the output as the fields of the item say', async () => {
	const { output } = run([
		{ id: 'a', output: 'simplified' },
		{ id: 'b', output: 'selected', outputFields: 'more, timezone' },
	]);
	expect((await output).map(({ json }) => json)).toEqual([{ id: 'a' }, { more: true, timezone }]);
});

it('gives each item the time that its own options say', async () => {
	const { output, requests } = run(withItem(1, { options: { timeout: 5 } }));
	await output;
	expect(requests.map(({ options }) => options.timeout)).toEqual([30_000, 5000, 30_000]);
});

it('takes what counts for the whole run from the first item that can be sent', async () => {
	const parameters = withItem(1, { options: { maxRateLimitRetries: 0 } });
	parameters[0]!.options = { maxRateLimitRetries: 'many' };
	const respond: Respond = () => response(429, {});
	const { output, requests } = run(parameters, { continueOnFail: true, respond });
	expect((await output).map(({ json }) => json.error)).toMatchObject([
		{ field: 'Max Rate-Limit Retries' },
		{ http_status: 429 },
		{ http_status: 429 },
	]);
	expect(requests).toHaveLength(2);
});

it('refuses the later of two items with the same ID, whichever credential came first', async () => {
	const creating: ShownOperation = {
		...operation,
		prepare: (fields) => ({
			requests: [{ ...reconcilable, path: '/vkyc', body: { user_id: fields.get('id') as string } }],
		}),
	};
	const { context, requests } = scriptedContext({ respond: echo, parameters: items(2) });
	const { getCredentials } = context;
	context.getCredentials = async (type, itemIndex) => {
		if (itemIndex === 0) await sleep(1);
		return await getCredentials(type);
	};
	const output = await runItems(context, creating, true);
	expect(output[1]).toEqual(bad(1, { code: 'same_id_in_run' }));
	expect(requests.map(({ options }) => options.body)).toEqual(['{"user_id":"0"}']);
});

it('sends the requests of an item one after the other', async () => {
	const { output, ids } = run(withItem(1, { first: 'one' }, 2));
	expect(await output).toMatchObject([good(0), { json: { first: 'one', id: '1' } }]);
	expect(ids()).toEqual(['0', 'one', '1']);
});

it.each([
	[1, 1],
	[3, 3],
	[10, 5],
])('has as many items under way as told, %d at once at most', async (maxConcurrentItems, most) => {
	let underWay = 0;
	let peak = 0;
	const respond: Respond = async (request, signal) => {
		peak = Math.max(peak, ++underWay);
		await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
		underWay--;
		return echo(request, signal);
	};
	const { output } = run(withItem(0, { options: { maxConcurrentItems } }, 5), { respond });
	expect(await output).toHaveLength(5);
	expect(peak).toBe(most);
});

describe('a run that stops at a failed item', () => {
	it('has sent nothing where the fields of an item are at fault', async () => {
		const { output, requests } = run(withItem(2, { fault: 'fields' }));
		await expect(output).rejects.toThrow("'ID' is bad [item 2]");
		expect(requests).toEqual([]);
	});

	it('throws the first item that failed, and starts no further one', async () => {
		const respond: Respond = (request, signal) =>
			request.qs?.id === '1' ? response(400, { code: 'x' }) : echo(request, signal);
		const { output, ids, hints } = run(withItem(0, { options: { maxConcurrentItems: 2 } }, 9), {
			respond,
		});
		await expect(output).rejects.toThrow('[item 1]');
		expect(ids().length).toBeLessThan(5);
		expect(hints).toEqual([]);
	});

	it('begins no further request of the others, and throws what stopped it', async () => {
		let refuse: () => void;
		const refused = new Promise<void>((resolve) => (refuse = resolve));
		const respond: Respond = async (request, signal) => {
			if (request.qs?.id !== '2') {
				await refused;
				// until the refused item has ended the run
				await sleep(0);
				return await echo(request, signal);
			}
			refuse();
			return response(400, { code: 'x' });
		};
		const parameters = items(3).map((item) => ({ ...item, first: `first of ${String(item.id)}` }));
		parameters[2]!.first = '';
		const { output, ids } = run(parameters, { respond });
		await expect(output).rejects.toThrow(/did not accept this request \[item 2\]$/);
		expect(ids().toSorted()).toEqual(['2', 'first of 0', 'first of 1']);
	});

	it.each([
		[
			'an option of the run',
			{ options: { timeout: 0 } },
			{},
			"'Timeout (Seconds)' is out of range",
		],
		['the credential', {}, { clientId: '' }, "'Client ID' is empty"],
	])('has sent nothing where %s is at fault', async (_, changes, credential, message) => {
		const { output, requests } = run(withItem(0, changes), { credential });
		await expect(output).rejects.toThrow(message);
		expect(requests).toEqual([]);
	});

	it('tells an unexpected fault as the one of its item', async () => {
		const { output } = run(withItem(1, { fault: 'bug' }));
		await expect(output).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'Something unexpected happened in this node [item 1]',
			description: expect.stringMatching(/RangeError at router\.test\.ts:\d+/),
			context: { itemIndex: 1, data: { outcome: 'unknown' } },
		});
	});
});

describe('a run that goes on with failed items', () => {
	const continueOnFail = true;

	it('sends the others, and says what became of each', async () => {
		const respond: Respond = (request, signal) =>
			request.qs?.id === '3' ? response(400, { code: 'x' }) : echo(request, signal);
		const parameters = withItem(1, { fault: 'fields' }, 6);
		parameters[3]!.first = 'first';
		parameters[4]!.fault = 'bug';
		parameters[5]!.fault = 'early bug';
		const { output, ids, hints } = run(parameters, { continueOnFail, respond });
		expect(await output).toEqual([
			good(0),
			bad(1, { code: 'invalid_field', outcome: 'not_sent', description: 'Give another.' }),
			good(2),
			bad(3, {
				message: expect.stringMatching(/second: .*did not/),
				description: 'First is done.',
			}),
			bad(4, { description: expect.stringContaining('RangeError'), outcome: 'unknown' }),
			bad(5, { description: expect.stringContaining('RangeError'), outcome: 'not_sent' }),
		]);
		expect(ids().toSorted()).toEqual(['0', '2', '3', '4', 'first']);
		expect(hints).toMatchObject([
			{ message: 'First is done' },
			{ message: "4 of 6 items failed: see 'error' in the output" },
			{ message: '2 succeeded' },
		]);
	});

	it('looks at the answers to the first requests before it sends the next', async () => {
		const parameters = ['one', ''].map((first, at) => ({ first, id: `${at}`, fault: 'answers' }));
		const { output, ids } = run(parameters, { continueOnFail });
		expect((await output).map(({ json }) => 'error' in json)).toEqual([true, false]);
		expect(ids().toSorted()).toEqual(['1', 'one']);
	});

	it('fails with what the second request met, where nothing is to be told of the first', async () => {
		const respond: Respond = (request, signal) =>
			request.qs?.id === '0' ? response(400, { code: 'x' }) : echo(request, signal);
		const parameters = withItem(0, { first: 'one', fault: 'untold' }, 1);
		const { output } = run(parameters, { continueOnFail, respond });
		expect(await output).toEqual([bad(0, { code: 'x', http_status: 400 })]);
	});

	it('says nothing of failed items where all succeeded', async () => {
		const { output, hints } = run(items(2), { continueOnFail });
		expect(await output).toEqual([good(0), good(1)]);
		expect(hints).toMatchObject([{ message: '2 succeeded' }]);
	});

	it("leaves a failed item to n8n's error output, and says where it is", async () => {
		const { context, hints } = scriptedContext({ parameters: [{ id: '0', fault: 'fields' }] });
		const node = { ...context.getNode(), onError: 'continueErrorOutput' as const };
		context.getNode = () => node;
		const [item] = await runItems(context, operation, true);
		expect(Object.keys(item!.json)).toEqual(['error']);
		expect(hints).toMatchObject([{ message: "1 of 1 items failed: open the output 'Error'" }]);
	});

	it('tells nothing of a first request where that is the one that failed', async () => {
		const parameters = withItem(0, { first: 'first' }, 1);
		const { output } = run(parameters, { continueOnFail, respond: () => response(400, {}) });
		expect((await output)[0]?.json.error).toMatchObject({
			description: expect.not.stringContaining('First'),
		});
	});

	it('loses no item where the credential is at fault', async () => {
		const parameters = withItem(2, { fault: 'fields' });
		const { output, requests } = run(parameters, { continueOnFail, credential: { clientId: '' } });
		expect(await output).toEqual([
			bad(0, { code: 'invalid_credential' }),
			bad(1, { code: 'invalid_credential' }),
			bad(2, { message: "'ID' is bad [item 2]" }),
		]);
		expect(requests).toEqual([]);
	});

	it('says how many items failed, and nothing else where none succeeded', async () => {
		const { output, hints } = run(withItem(0, { fault: 'fields' }, 1), { continueOnFail });
		expect(await output).toHaveLength(1);
		expect(hints).toEqual([
			{
				message: "1 of 1 items failed: see 'error' in the output",
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});
});

describe('a run that is stopped', () => {
	/** Stops the run while the second of its items is under way. */
	function stopped(continueOnFail: boolean) {
		const stop = new AbortController();
		const respond: Respond = (request, signal) => {
			if (request.qs?.id !== '1') return echo(request, signal);
			stop.abort();
			return response(400, { code: 'x' });
		};
		const parameters = withItem(0, { options: { maxConcurrentItems: 1 } }, 9);
		return run(parameters, { continueOnFail, respond, signal: stop.signal });
	}

	it.each([false, true])('starts no further item, and is no failed one', async (continueOnFail) => {
		const { output, ids } = stopped(continueOnFail);
		expect(await output).toStrictEqual([good(0), bad(1, { http_status: 400 })]);
		expect(ids()).toEqual(['0', '1']);
	});

	it('hears of it while it still checks the items, and checks and sends no further', async () => {
		const stop = new AbortController();
		let checked = 0;
		const checking: ShownOperation = {
			description: [],
			simplified: [],
			prepare() {
				// n8n's word comes as soon as this process may do something else
				if (++checked === 1) void sleep(0).then(() => stop.abort());
				return { requests: [{ method: 'GET', path: '/vkyc', expects: anything }] };
			},
		};
		const { context, requests } = scriptedContext({
			respond: echo,
			parameters: items(1000),
			signal: stop.signal,
		});
		expect(await runItems(context, checking, false)).toStrictEqual([]);
		expect(checked).toBeLessThan(1000);
		expect(requests).toEqual([]);
	});

	it.each([[[]], [items(1)], [withItem(0, { fault: 'fields' }, 1)]])(
		"no longer listens to n8n's stop afterwards: %j",
		async (parameters) => {
			const { signal } = new AbortController();
			await run(parameters, { signal }).output.catch(() => {});
			expect(getEventListeners(signal, 'abort')).toEqual([]);
		},
	);

	it('sends nothing where it was stopped before', async () => {
		const { output, requests } = run(items(3), { signal: AbortSignal.abort() });
		expect(await output).toStrictEqual([]);
		expect(requests).toEqual([]);
	});
});

it('runs in an n8n that cannot stop a run', async () => {
	const { context } = scriptedContext({ respond: echo, parameters: items(1) });
	const older = { ...context, getExecutionCancelSignal: undefined } as never;
	expect(await runItems(older, operation, false)).toEqual([good(0)]);
});
