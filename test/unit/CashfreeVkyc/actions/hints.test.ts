import type { INodeExecutionData } from 'n8n-workflow';
import { addHints } from '../../../../nodes/CashfreeVkyc/actions/hints';
import type { Operation } from '../../../../nodes/CashfreeVkyc/actions/operation';
import { scriptedContext } from '../../../support/scriptedContext';

const nothing = { recovered: 0, waited: 0, shared: 0 };
const item = { json: {} };

function hintsOf(
	statistics: Partial<typeof nothing>,
	succeeded: INodeExecutionData[] = [],
	hints?: Operation['hints'],
) {
	const { context, hints: shown } = scriptedContext({});
	const client = {
		statistics: () => ({ ...nothing, ...statistics }),
		environments: new Set(['sandbox']),
		sendFor: () => async () => ({}),
		wasSent: () => true,
	};
	const prepare = () => ({ requests: [] });
	addHints(context, succeeded, { simplified: [], prepare, ...(hints && { hints }) }, client);
	return shown;
}

const messages = (...given: Parameters<typeof hintsOf>) =>
	hintsOf(...given).map((hint) => (hint as { message: string }).message);

it('says nothing where all went straight', () => {
	expect(hintsOf({}, [item])).toEqual([]);
});

it('tells in the output panel', () => {
	expect(hintsOf({ waited: 1 })).toEqual([
		{
			message: 'One item waited for the rate limit of your Cashfree account',
			type: 'info',
			location: 'outputPane',
		},
	]);
});

it.each([
	[{ recovered: 1 }, /^One item was retried, .*; nothing was created twice$/],
	[{ recovered: 12 }, /^12 items were retried, .*; nothing was created twice$/],
	[{ waited: 1 }, /^One item waited for the rate limit/],
	[{ waited: 3 }, /^3 items waited for the rate limit/],
	[
		{ shared: 1 },
		/^One item has the same ID as an earlier item and shares its response; nothing was sent twice$/,
	],
	[
		{ shared: 2 },
		/^2 items have the same ID as an earlier item and share its response; nothing was sent twice$/,
	],
])('says %j', (statistics, message) => {
	expect(messages(statistics)).toEqual([expect.stringMatching(message)]);
});

it('tells all that there is, the operation last', () => {
	const hints = (items: INodeExecutionData[], environments: ReadonlySet<string>) => [
		`${items.length} in ${[...environments].join()}`,
	];
	const shown = messages({ recovered: 1, waited: 1, shared: 1 }, [item, item], hints);
	expect(shown).toHaveLength(4);
	expect(shown[3]).toBe('2 in sandbox');
});

it('asks the operation nothing where no item succeeded', () => {
	const hints = () => {
		throw new RangeError('asked');
	};
	expect(hintsOf({}, [], hints)).toEqual([]);
});

it('keeps still in an n8n that has no place for hints', () => {
	const { context } = scriptedContext({});
	const client = {
		statistics: () => ({ ...nothing, waited: 1 }),
		environments: new Set<string>(),
		sendFor: () => async () => ({}),
		wasSent: () => true,
	};
	const operation = { simplified: [], prepare: () => ({ requests: [] }) };
	addHints({ ...context, addExecutionHints: undefined } as never, [], operation, client);
});
