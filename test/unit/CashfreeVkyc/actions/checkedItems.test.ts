import type { IDataObject } from 'n8n-workflow';
import type { ShownOperation } from '../../../../nodes/CashfreeVkyc/actions/operation';
import { runItems } from '../../../../nodes/CashfreeVkyc/actions/router';
import { response, scriptedContext } from '../../../support/scripted-context';
import { reconcilable } from '../transport/outcomes';

/** Creates the item's `id` with its `name`, and notes in which order items are first checked, and sent. */
function run(parameters: IDataObject[], continueOnFail: boolean, labels = { name: 'Name' }) {
	const events: string[] = [];
	const operation: ShownOperation = {
		description: [],
		simplified: [],
		prepare(fields) {
			const [id, name] = ['id', 'name'].map((field) => fields.get(field) as string);
			if (!events.includes(`check ${id}`)) events.push(`check ${id}`);
			else if (name === 'later') throw new RangeError('found when it is sent');
			const creates = { ...reconcilable.creates!, id: id!, labels };
			return { requests: [{ ...reconcilable, body: { user_id: id!, name: name! }, creates }] };
		},
	};
	const { context } = scriptedContext({
		parameters,
		respond({ body }) {
			const { user_id: id } = JSON.parse(String(body)) as { user_id: string };
			events.push(`send ${id}`);
			return response(200, { user_id: id, status: 'x' });
		},
	});
	return { events, output: runItems(context, operation, continueOnFail) };
}

const items = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, at) => ({
		...{ id: String(at), name: 'same', options: { maxConcurrentItems: 2 } },
	}));

it('checks every item before it sends the first, where a faulty one stops the run', async () => {
	const { events, output } = run(items(120), false);
	expect(await output).toHaveLength(120);
	expect(events.findIndex((event) => event.startsWith('send'))).toBe(120);
});

it('checks while it sends where a faulty item stops nobody, and in the order of the items', async () => {
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
	const { output } = run(parameters, true, null as never);
	const ends = await output;
	expect(ends).toHaveLength(120);
	expect(ends.flatMap(({ json }, at) => (json.error ? [at] : []))).toEqual([110]);
	expect(ends[110]!.json.error).toMatchObject({
		description: expect.stringContaining('TypeError'),
	});
});

it('fails an item at which something is found only when it is to be sent, and sends the others', async () => {
	const parameters = items(3);
	parameters[1]!.name = 'later';
	const { events, output } = run(parameters, true);
	expect((await output).map(({ json }) => json.error)).toMatchObject([
		...[undefined, { outcome: 'not_sent' }, undefined],
	]);
	expect(events.filter((event) => event.startsWith('send'))).toEqual(['send 0', 'send 2']);
});
