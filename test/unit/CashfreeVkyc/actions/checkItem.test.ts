import type { IDataObject } from 'n8n-workflow';
import { itemChecker } from '../../../../nodes/CashfreeVkyc/actions/checkItem';
import { MissingFields } from '../../../../nodes/CashfreeVkyc/actions/missingFields';
import type {
	DownloadRun,
	Prepared,
	ShownOperation,
} from '../../../../nodes/CashfreeVkyc/actions/operation';
import { outputAndOptions } from '../../../../nodes/CashfreeVkyc/descriptions/options';
import { anything } from '../transport/outcomes';
import { scriptedContext } from '../../../support/scriptedContext';

const request = { method: 'GET' as const, path: '/vkyc' };

/** The check of items with these parameters, each of which is to be sent as `prepared`. */
function checkOf(parameters: IDataObject[], prepared: Partial<Prepared> = {}) {
	const operation: ShownOperation = {
		description: [
			{ displayName: 'The ID', name: 'id', type: 'string', default: '' },
			...outputAndOptions({}),
		],
		simplified: ['id'],
		prepare(fields) {
			if (fields.get('id') === 'bad') throw fields.fieldError('The ID')('is bad', 'Give another.');
			const id = `${String(fields.get('id'))} in ${fields.timezone}`;
			return { requests: [{ ...request, query: { id }, expects: anything }], ...prepared };
		},
	};
	const { context, requests } = scriptedContext({ parameters });
	const asked: unknown[] = [];
	const { getCredentials } = context;
	context.getCredentials = async (type, itemIndex) => {
		asked.push(itemIndex);
		return await getCredentials(type);
	};
	const checker = itemChecker(context, operation, new MissingFields());
	return { ...checker, asked, requests, context };
}

it('reads all that an item is sent with, and sends nothing', async () => {
	const afterFirst = (reason: unknown) => reason;
	const { check, requests } = checkOf([{}, { id: 7, options: { timeout: 5 } }], { afterFirst });
	expect(await check(1)).toEqual({
		requests: [{ ...request, query: { id: '7 in Asia/Kolkata' }, expects: anything }],
		afterFirst,
		checkAnswers: expect.any(Function),
		options: expect.objectContaining({ timeout: 5000, maxConcurrentItems: 10 }),
		credential: expect.objectContaining({ secrets: ['invented-id', 'invented-secret'] }),
		output: expect.any(Function),
	});
	expect(requests).toEqual([]);
});

it.each<[string, IDataObject, Prepared['output'], IDataObject]>([
	['the last answer', {}, undefined, { id: 2, more: true }],
	['what the operation makes of all', {}, ([one]) => ({ made: one?.id }), { made: 1 }],
	['the form that its fields say', { output: 'simplified' }, undefined, { id: 2 }],
])('puts out %s', async (_, parameters, output, json) => {
	const { check } = checkOf([parameters], output && { output });
	const answers = [{ id: 1 }, { id: 2, more: true }];
	const item = await check(0);
	expect(await item.output(answers, {} as DownloadRun)).toEqual({ json });
});

it('looks at the answers before the next request, and shows once what it has to tell', async () => {
	const checkAnswers = ([answer]: readonly IDataObject[]) => {
		if (answer?.id === 1) return 'The same';
		throw new RangeError('not to be sent');
	};
	const { check, context } = checkOf([{}, {}], { checkAnswers });
	const messages: unknown[] = [];
	context.addExecutionHints = (...hints) =>
		void messages.push(...hints.map(({ message }) => message));
	for (const itemIndex of [0, 1]) (await check(itemIndex)).checkAnswers([{ id: 1 }]);
	expect(messages).toEqual(['The same']);
	const item = await check(0);
	expect(() => item.checkAnswers([{ id: 2 }])).toThrow('not to be sent');
});

it.each<[string, IDataObject, string]>([
	['a field', { id: 'bad' }, 'The ID'],
	['an option', { options: { timeout: 0 } }, 'Timeout (Seconds)'],
	['the form of the output', { output: 'all' }, 'Output'],
	['the masking', { options: { maskPersonalData: 'no' } }, 'Mask Personal Data'],
	['an option that is a field', { options: { output: 'simplified' } }, 'Options'],
])('asks for no credential of an item in which %s is at fault', async (_, parameters, field) => {
	const { check, asked } = checkOf([{}, parameters]);
	await expect(check(1)).rejects.toMatchObject({
		context: { itemIndex: 1, data: { field, outcome: 'not_sent' } },
	});
	expect(asked).toEqual([]);
});

it.each([
	['id', 'The ID'],
	['options', 'Options'],
])('names what n8n cannot resolve in %s as the screen does', async (unresolved, field) => {
	const { context, check } = checkOf([{}]);
	const { getNodeParameter } = context;
	context.getNodeParameter = ((name: string, ...more: [number, unknown, object | undefined]) => {
		if (name === unresolved && !more[2]) throw new RangeError('from n8n');
		return (getNodeParameter as (...given: unknown[]) => unknown)(name, ...more);
	}) as never;
	await expect(check(0)).rejects.toMatchObject({ context: { data: { field } } });
});

it('takes the credential of the item, and refuses the item where it has none', async () => {
	const { check, context, asked } = checkOf([{}, {}]);
	await check(1);
	expect(asked).toEqual([1]);
	context.getCredentials = async () => {
		throw new RangeError('from n8n');
	};
	await expect(check(0)).rejects.toMatchObject({
		context: { data: { code: 'invalid_credential', outcome: 'not_sent' } },
	});
});

it('asks n8n and the vault once for an item that is checked twice', async () => {
	const { check, requestsOf, context, asked } = checkOf([{}, { id: '={{ 7 }}' }]);
	const { getNodeParameter } = context;
	const read: string[] = [];
	context.getNodeParameter = ((name: string, ...more: [number, unknown, object | undefined]) => {
		if (!more[2]) read.push(name);
		return (getNodeParameter as (...given: unknown[]) => unknown)(name, ...more);
	}) as never;
	const first = await check(1);
	const second = await check(1);
	expect(second.requests).toEqual(first.requests);
	expect(requestsOf(1)).toEqual(first.requests);
	expect(second.credential).toBe(first.credential);
	expect([read.filter((name) => name === 'id'), asked]).toEqual([['id'], [1]]);
});

it('gives each item its own form and options, whatever its neighbours have', async () => {
	const timeouts = [5, 5, 7, 5];
	const { check } = checkOf(
		timeouts.map((timeout, at) => ({
			options: { timeout },
			...(at === 1 && { output: 'simplified' }),
		})),
	);
	const items = await Promise.all(timeouts.map(async (_, at) => await check(at)));
	expect(items.map(({ options }) => options.timeout)).toEqual([5000, 5000, 7000, 5000]);
	const outputs = await Promise.all(
		items.map(async (item) => await item.output([{ id: 1, more: true }], {} as DownloadRun)),
	);
	expect(outputs.map(({ json }) => json.more)).toEqual([true, undefined, true, true]);
});
