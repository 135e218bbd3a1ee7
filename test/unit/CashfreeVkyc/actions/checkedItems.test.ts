import type { IDataObject } from 'n8n-workflow';
import type { ShownOperation } from '../../../../nodes/CashfreeVkyc/actions/operation';
import { runItems } from '../../../../nodes/CashfreeVkyc/actions/router';
import { response, scriptedContext } from '../../../support/scriptedContext';
import { reconcilable } from '../transport/outcomes';

/** Creates the item's `id` with its `name`, and notes in which order items are first checked, and sent. */
function run(
	parameters: IDataObject[],
	continueOnFail: boolean,
	{
		labels = { name: 'Name' },
		read,
	}: { labels?: Record<string, string>; read?: (item: number) => unknown } = {},
) {
	const events: string[] = [];
	const names: unknown[] = [];
	const operation: ShownOperation = {
		description: [],
		simplified: [],
		prepare(fields) {
			const [id, name] = ['id', 'name'].map((field) => fields.get(field) as string);
			if (!events.includes(`check ${id}`)) events.push(`check ${id}`);
			else if (name === 'later') throw new RangeError('found when it is sent');
			const creates = { ...reconcilable.creates!, id: id!, labels };
			const body = { user_id: id!, name: structuredClone(name)! };
			return { requests: [{ ...reconcilable, body, creates }] };
		},
	};
	const { context } = scriptedContext({
		parameters,
		respond({ body }) {
			const { user_id: id, name } = JSON.parse(String(body)) as Record<string, string>;
			events.push(`send ${id}`);
			names.push(name);
			return response(200, { user_id: id!, status: 'x' });
		},
	});
	if (read) {
		const { getNodeParameter } = context;
		context.getNodeParameter = ((name: string, item: number, fallback: unknown, raw?: object) => {
			if (name !== 'name') return getNodeParameter(name, item, fallback, raw);
			return raw ? '={{ $json.name }}' : read(item);
		}) as typeof getNodeParameter;
	}
	return { events, names, output: runItems(context, operation, continueOnFail) };
}

const items = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, at) => ({
		...{ id: String(at), name: 'same', options: { maxConcurrentItems: 2 } },
	}));

it('checks every item before it sends the first, where an invalid one stops the run', async () => {
	const { events, output } = run(items(120), false);
	expect(await output).toHaveLength(120);
	expect(events.findIndex((event) => event.startsWith('send'))).toBe(120);
});

it('checks while it sends where an invalid item stops nobody, and in the order of the items', async () => {
	const { events, output } = run(items(120), true);
	expect(await output).toHaveLength(120);
	const checks = events.filter((event) => event.startsWith('check'));
	expect(checks).toEqual(items(120).map(({ id }) => `check ${String(id)}`));
	expect(events.indexOf('send 0')).toBeLessThan(events.indexOf('check 119'));
});

it.each([0, 49])(
	'finds that a later item wants something else under the ID of item %d, which was sent',
	async (at) => {
		const parameters = items(120);
		parameters[110]!.id = String(at);
		parameters[110]!.name = 'other';
		const { events, output } = run(parameters, true);
		const failed = (await output).flatMap(({ json }) => (json.error ? [json.error] : []));
		expect(failed).toMatchObject([{ code: 'same_id_in_run', field: 'Name', outcome: 'not_sent' }]);
		expect(events.filter((event) => event === `send ${at}`)).toHaveLength(1);
		expect(events.filter((event) => event.startsWith('send'))).toHaveLength(119);
	},
);

it.each([
	['continues', 0, 110, true],
	['continues', 108, 110, true],
	['stops at a failed item', 0, 110, false],
	['stops at a failed item', 0, 1, false],
])('a run that %s sends once what items %d and %d ask for alike', async (...given) => {
	const [, one, other, continueOnFail] = given;
	const parameters = items(120);
	parameters[other]!.id = String(one);
	const { events, output } = run(parameters, continueOnFail);
	expect((await output).map(({ json }) => json.error)).toEqual(Array(120).fill(undefined));
	expect(events.filter((event) => event === `send ${one}`)).toHaveLength(1);
});

it('loses no item where the comparison of IDs itself has a bug', async () => {
	const parameters = items(120);
	parameters[110]!.id = '0';
	parameters[110]!.name = 'other';
	const { output } = run(parameters, true, { labels: null as never });
	const ends = await output;
	expect(ends).toHaveLength(120);
	expect(ends.flatMap(({ json }, at) => (json.error ? [at] : []))).toEqual([110]);
	expect(ends[110]!.json.error).toMatchObject({
		description: expect.stringContaining('TypeError'),
	});
});

it('fails an item at which something is found only when it is to be sent, and sends the others', async () => {
	const parameters = ['one', 'later', 'two'].map((name, at) => ({ id: String(at), name }));
	const { events, output } = run(parameters, true, { read: (at) => parameters[at]!.name });
	expect((await output).map(({ json }) => json.error)).toMatchObject([
		...[undefined, { outcome: 'not_sent' }, undefined],
	]);
	expect(events.filter((event) => event.startsWith('send'))).toEqual(['send 0', 'send 2']);
});

describe.each([true, false])(
	'a run of 120 items that continues after a failed one: %s',
	(goesOn) => {
		it('sends what it has checked, where an expression results in something else each time', async () => {
			let reads = 0;
			const { names, output } = run(items(120), goesOn, { read: () => String(reads++) });
			await output;
			expect(names).toHaveLength(120);
			expect(new Set(names).size).toBe(120);
			expect(reads).toBe(120);
		});

		it("sends each item's own, where the expressions of all items change one object", async () => {
			const config: IDataObject = {};
			const { names, output } = run(items(120), goesOn, {
				read: (item) => Object.assign(config, { of: item }),
			});
			await output;
			expect(names).toEqual(items(120).map((_, of) => ({ of })));
		});
	},
);

it('finds the same and the other under one ID, where the expressions change one object', async () => {
	const parameters = items(120);
	for (const at of [1, 110]) parameters[at]!.id = '0';
	const config: IDataObject = {};
	const { events, output } = run(parameters, true, {
		read: (item) => Object.assign(config, { of: item === 110 ? 0 : item }),
	});
	const failed = (await output).flatMap(({ json }, at) => (json.error ? [at] : []));
	expect(failed).toEqual([1]);
	expect(events.filter((event) => event === 'send 0')).toHaveLength(1);
});

it('asks n8n no second time for an item that was sent, where a later one has its ID', async () => {
	const parameters = items(120);
	parameters[110]!.id = '0';
	const reads: number[] = [];
	const { output } = run(parameters, true, {
		read(item) {
			reads.push(item);
			return 'same';
		},
	});
	expect((await output).map(({ json }) => json.error)).toEqual(Array(120).fill(undefined));
	expect(reads).toEqual(items(120).map((_, at) => at));
});
