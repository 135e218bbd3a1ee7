import type { IExecuteFunctions } from 'n8n-workflow';
import { parameterReader } from '../../../../nodes/CashfreeVkyc/run/parameters';

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
	const read = parameterReader(context as unknown as IExecuteFunctions);
	return { asked, values: () => [0, 1, 2].map((itemIndex) => read('name', itemIndex, null)) };
}

it.each([
	['a text', 'sms'],
	['an empty text', ''],
	['a number', 10],
	['a switch', false],
	['a list', ['sms', 'whatsapp']],
	['a collection', { question: [{ question: 'Why?', answer: '1 = 1' }] }],
	['nothing', undefined],
])('asks n8n once for all items where a parameter holds %s', (_, value) => {
	const { asked, values } = readerOf(value, () => value);
	expect(values()).toEqual([value ?? null, value ?? null, value ?? null]);
	expect(asked).toEqual([0]);
});

it.each([
	['an expression', '={{ $json.phone }}'],
	['a list with an expression in it', ['sms', '={{ $json.channel }}']],
	['a collection with an expression in it', { question: [{ answer: '={{ $json.answer }}' }] }],
])('asks n8n for each item where a parameter holds %s', (_, raw) => {
	const { asked, values } = readerOf(raw, (itemIndex) => `value ${itemIndex}`);
	expect(values()).toEqual(['value 0', 'value 1', 'value 2']);
	expect(asked).toEqual([0, 1, 2]);
});

it('keeps parameters of different names apart', () => {
	const context = { getNodeParameter: (name: string) => name };
	const read = parameterReader(context as unknown as IExecuteFunctions);
	expect(['phone', 'options', 'phone'].map((name) => read(name, 0, null))).toEqual([
		'phone',
		'options',
		'phone',
	]);
});
