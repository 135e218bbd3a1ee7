import fc from 'fast-check';
import { firstDifference, SharedRequests } from '../../../../nodes/CashfreeVkyc/transport/shared';

it('starts one request for each ID', async () => {
	const requests = new SharedRequests<string>();
	const started: number[] = [];
	const take = (id: string | undefined, itemIndex: number) =>
		requests.take(id, itemIndex, { item: itemIndex }, async () => {
			started.push(itemIndex);
			return `of item ${itemIndex}`;
		});

	const entries = [
		take('a', 0),
		take('b', 1),
		take('a', 2),
		take(undefined, 3),
		take(undefined, 4),
	];

	expect(started).toEqual([0, 1, 3, 4]);
	expect(entries.map(({ itemIndex }) => itemIndex)).toEqual([0, 1, 0, 3, 4]);
	expect(entries.map(({ body }) => body.item)).toEqual([0, 1, 0, 3, 4]);
	expect(await entries[2].result).toBe('of item 0');
});

it.each([
	[{ a: 1 }, { a: 1 }, undefined],
	[{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, undefined],
	[{ a: 1 }, { a: 2 }, 'a'],
	[{ a: 1, b: 2 }, { a: 1, b: 3 }, 'b'],
	[{ a: { b: [1] } }, { a: { b: [2] } }, 'a'],
	[{ a: 1 }, { a: 1, b: 2 }, 'b'],
	[{ a: 1, b: 2 }, { a: 1 }, 'b'],
	[{ a: 1 }, { a: '1' }, 'a'],
	[{}, {}, undefined],
])('of %j and %j the first difference is %s', (one, other, field) => {
	expect(firstDifference(one, other)).toBe(field);
});

it('finds none between a body and itself, without looking', () => {
	const body = {
		get a(): never {
			throw new RangeError('looked');
		},
	};
	expect(firstDifference(body, body)).toBeUndefined();
});

it('finds none between a body and its copy, whatever stands in it', () => {
	const bodies = fc.dictionary(fc.string(), fc.jsonValue());
	fc.assert(
		fc.property(
			bodies,
			(body) => firstDifference(body as never, structuredClone(body) as never) === undefined,
		),
		{ seed: 4 },
	);
});
