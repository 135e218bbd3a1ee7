import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { Operation } from '../../../../nodes/CashfreeVkyc/run/operation';
import { runItems } from '../../../../nodes/CashfreeVkyc/run/runItems';
import { response, scriptedContext } from '../../../support/scripted-context';
import type { Respond } from '../../../support/scripted-context';
import { anything } from '../transport/attempts';

const echo: Respond = ({ qs }) => response(200, { id: qs?.id, more: true });

/** Asks Cashfree for the item's `id`. An item whose `fault` is `fields` is refused before. */
const operation: Operation = {
	simplified: ['id'],
	prepare(fields) {
		const id = fields.get('id') as string;
		if (fields.get('fault') === 'fields') throw fields.fault('ID')('is bad', 'Give another.');
		return async (send) => {
			if (fields.get('fault') === 'bug') throw new RangeError('a bug');
			const { id: answered, more } = await send({
				method: 'GET',
				path: '/vkyc',
				query: { id },
				expects: anything,
			});
			return { id: answered, more, timezone: fields.timezone };
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

it('shapes the output as the options of the item say', async () => {
	const { output } = run([
		{ id: 'a', options: { output: 'simplified' } },
		{ id: 'b', options: { output: 'selected', outputFields: 'more, timezone' } },
	]);
	expect((await output).map(({ json }) => json)).toEqual([{ id: 'a' }, { more: true, timezone }]);
});

it('sends as the options of the first item say', async () => {
	const { output, requests } = run(withItem(0, { options: { timeout: 5 } }));
	await output;
	expect(requests.map(({ options }) => options.timeout)).toEqual([5000, 5000, 5000]);
});

it.each([
	[1, 1],
	[3, 3],
	[10, 5],
])('has as many items under way as told, %d at once at most', async (itemsAtOnce, most) => {
	let underWay = 0;
	let peak = 0;
	const respond: Respond = async (request, signal) => {
		peak = Math.max(peak, ++underWay);
		await new Promise<void>((resolve) => queueMicrotask(() => queueMicrotask(resolve)));
		underWay--;
		return echo(request, signal);
	};
	const { output } = run(withItem(0, { options: { itemsAtOnce } }, 5), { respond });
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
		const { output, ids, hints } = run(withItem(0, { options: { itemsAtOnce: 2 } }, 9), {
			respond,
		});
		await expect(output).rejects.toThrow('[item 1]');
		expect(ids().length).toBeLessThan(5);
		expect(hints).toEqual([]);
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
			description: expect.stringMatching(/RangeError at runItems\.test\.ts:\d+/),
			context: { itemIndex: 1, data: { outcome: 'unknown' } },
		});
	});
});

describe('a run that goes on with failed items', () => {
	const continueOnFail = true;

	it('sends the others, and says what became of each', async () => {
		const respond: Respond = (request, signal) =>
			request.qs?.id === '3' ? response(400, { code: 'x' }) : echo(request, signal);
		const parameters = withItem(1, { fault: 'fields' }, 5);
		parameters[4].fault = 'bug';
		const { output, ids, hints } = run(parameters, { continueOnFail, respond });
		expect(await output).toEqual([
			good(0),
			bad(1, { code: 'invalid_field', outcome: 'not sent', description: 'Give another.' }),
			good(2),
			bad(3, { code: 'x', outcome: 'answered', http_status: 400 }),
			bad(4, { outcome: 'unknown' }),
		]);
		expect(ids()).toEqual(['0', '2', '3']);
		expect(hints).toMatchObject([{ message: '2 succeeded' }]);
	});

	it.each([
		['an option of the run', { options: { timeout: 0 } }, {}, 'invalid_field'],
		['the credential', {}, { clientId: '' }, 'invalid_credential'],
	])('loses no item where %s is at fault', async (_, changes, credential, code) => {
		const parameters = withItem(0, changes);
		parameters[2].fault = 'fields';
		const { output, requests } = run(parameters, { continueOnFail, credential });
		const items = await output;
		expect(items).toEqual([
			bad(0, { code }),
			bad(1, { code }),
			bad(2, { message: "'ID' is bad [item 2]" }),
		]);
		expect(requests).toEqual([]);
	});

	it('has nothing to tell where no item succeeded', async () => {
		const { output, hints } = run(withItem(0, { fault: 'fields' }, 1), { continueOnFail });
		expect(await output).toHaveLength(1);
		expect(hints).toEqual([]);
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
		const parameters = withItem(0, { options: { itemsAtOnce: 1 } }, 9);
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
		const checking: Operation = {
			simplified: [],
			prepare() {
				// n8n's word comes as soon as this process may do something else
				if (++checked === 1) void sleep(0).then(() => stop.abort());
				return async (send) => await send({ method: 'GET', path: '/vkyc', expects: anything });
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
