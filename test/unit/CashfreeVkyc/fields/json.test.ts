import fc from 'fast-check';
import { jsonObject } from '../../../../nodes/CashfreeVkyc/fields/json';
import { faultFor, refused } from './itemFields';

const read = (value: unknown) => jsonObject(value, faultFor('Additional Body Fields'));
const rule = 'Give a JSON object such as {"key": "value"}, or an expression that results in one.';

it('reads an object from a text, and takes one that an expression gave', () => {
	const objects = fc.dictionary(fc.string(), fc.jsonValue());
	fc.assert(
		fc.property(objects, (object) => {
			expect(read(object)).toBe(object);
			expect(read(` ${JSON.stringify(object)}\n`)).toEqual(JSON.parse(JSON.stringify(object)));
		}),
	);
});

it('reads nothing as an empty object', () => {
	for (const nothing of ['', ' \n', '{}', 'null', null, undefined])
		expect(read(nothing)).toEqual({});
});

it.each([
	'{name: "Asha"}',
	"{'name': 'Asha'}",
	'{"name": "Asha"',
	'{"name": "Asha",}',
	'Asha',
	'undefined',
	'{"name": "Asha"} {}',
])('refuses the text %s, without a word of it', (text) => {
	const refusal = refused(() => read(text));
	expect(refusal).toEqual({ field: 'Additional Body Fields', what: 'is not valid JSON', rule });
});

it.each(['[]', '[{"name": "Asha"}]', '"Asha"', '5', 'true', 5, true, ['Asha']])(
	'refuses %p, which is no object',
	(value) => {
		const refusal = refused(() => read(value));
		expect(refusal).toEqual({
			field: 'Additional Body Fields',
			what: 'is not a JSON object',
			rule,
		});
	},
);
