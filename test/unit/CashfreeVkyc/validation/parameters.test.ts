import { ExpressionError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import { description } from '../../../../nodes/CashfreeVkyc/actions/videoKyc/initiate.operation';
import { parameterReader } from '../../../../nodes/CashfreeVkyc/validation/parameters';
import { node } from '../../../support/scriptedContext';

/** A node with one parameter, and what n8n was asked to resolve. */
function readerOf(raw: unknown, resolve: (itemIndex: number) => unknown) {
	const asked: number[] = [];
	const context = {
		getNodeParameter(
			_name: string,
			itemIndex: number,
			fallback: unknown,
			options?: { rawExpressions?: boolean },
		) {
			if (options?.rawExpressions) return raw ?? fallback;
			asked.push(itemIndex);
			return resolve(itemIndex) ?? fallback;
		},
	};
	const { read, forget } = parameterReader(context as unknown as IExecuteFunctions, []);
	const values = () => [0, 1, 2].map((itemIndex) => read('name', itemIndex, null));
	return { asked, forget, values };
}

it.each([
	['a text', 'sms'],
	['an empty text', ''],
	['a number', 10],
	['a switch', false],
	['a list', ['sms', 'whatsapp']],
	['a collection', { question: [{ question: 'Why?', answer: '1 = 1' }] }],
	['nothing', undefined],
])('asks n8n once for all items where a parameter contains %s', (_, value) => {
	const { asked, values } = readerOf(value, () => value);
	expect(values()).toEqual([value ?? null, value ?? null, value ?? null]);
	expect(asked).toEqual([0]);
});

it.each([
	['an expression', '={{ $json.phone }}'],
	['a list with an expression in it', ['sms', '={{ $json.channel }}']],
	['a collection with an expression in it', { question: [{ answer: '={{ $json.answer }}' }] }],
])('asks n8n for each item where a parameter contains %s', (_, raw) => {
	const { asked, values } = readerOf(raw, (itemIndex) => `value ${itemIndex}`);
	expect(values()).toEqual(['value 0', 'value 1', 'value 2']);
	expect(asked).toEqual([0, 1, 2]);
});

it('asks n8n once for an item, and again for one that it was told to forget', () => {
	const { asked, forget, values } = readerOf('={{ $json.phone }}', (item) => [null, '', 0][item]);
	const first = values();
	expect(values()).toEqual(first);
	expect(asked).toEqual([0, 1, 2]);
	forget(1);
	expect(values()).toEqual(first);
	expect(asked).toEqual([0, 1, 2, 1]);
});

it('keeps parameters of different names apart', () => {
	const context = { getNodeParameter: (name: string) => name };
	const { read } = parameterReader(context as unknown as IExecuteFunctions, []);
	expect(['phone', 'options', 'phone'].map((name) => read(name, 0, null))).toEqual([
		'phone',
		'options',
		'phone',
	]);
});

describe('where n8n cannot resolve an expression', () => {
	/** What is thrown for `options` whose part at `unreadable` n8n cannot resolve for item 2. */
	function refusalOf(unreadable: string, reason: Error) {
		const options = { ifExists: 'return', timeout: '={{ $json.timeout }}' };
		const context = {
			getNode: () => node,
			getNodeParameter(
				name: string,
				item: number,
				_fallback: unknown,
				{ rawExpressions } = {} as { rawExpressions?: boolean },
			) {
				if (rawExpressions) return options;
				if (item === 2 && (name === 'options' || name === unreadable)) throw reason;
				return options;
			},
		};
		const { read } = parameterReader(context as unknown as IExecuteFunctions, description);
		expect(read('options', 1, {})).toBe(options);
		try {
			return read('options', 2, {});
		} catch (refusal) {
			return refusal;
		}
	}

	it.each([
		['options.timeout', 'Timeout (Seconds)'],
		['options.ifExists', 'If Verification Exists'],
		['none of them alone', 'Options'],
	])('in %s, the field is named as on the screen (%s)', (unreadable, field) => {
		expect(refusalOf(unreadable, new Error('x'))).toMatchObject({
			message: `'${field}' has an expression that n8n cannot resolve for this item [item 2]`,
			context: { itemIndex: 2, data: { code: 'invalid_field', field, outcome: 'not_sent' } },
		});
	});

	it.each<[string, Error, boolean]>([
		['a type', new ExpressionError("Node 'A' did not run", { type: 'no_execution_data' }), true],
		['a node', new ExpressionError("Node 'A' is not there", { nodeCause: 'A' }), true],
		['neither', new ExpressionError("Node 'A' is what an extension says"), false],
		['code', new TypeError("Node 'A' is what the code says"), false],
	])('repeats words about the workflow, not those that may quote the item (%s)', (...given) => {
		const [, reason, isTold] = given;
		const { description } = refusalOf('options.timeout', reason) as { description: string };
		expect(description).toMatch(/^Open the expression/);
		expect(description.includes("Node 'A'")).toBe(isTold);
	});
});
