import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { firstDifference, SameIds } from '../../../../nodes/CashfreeVkyc/actions/sameIds';
import { exactNumber } from '../../../../nodes/shared/exactJson';
import { nameOfCreated } from '../../../../nodes/CashfreeVkyc/transport/request';
import type { CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/request';
import { node } from '../../../support/scriptedContext';
import { reconcilable, read, unsafe } from '../transport/outcomes';

const request = (id: string, body: IDataObject = {}) => ({
	...reconcilable,
	body,
	creates: { ...reconcilable.creates!, id },
});

/** The IDs of a run whose items have the requests that they claim for. */
function sameIds() {
	const requests: CashfreeRequest[][] = [];
	const ids = new SameIds(node, (itemIndex) => requests[itemIndex] ?? []);
	const claim = (account: string, own: CashfreeRequest[], itemIndex: number) => {
		(requests[itemIndex] ??= []).push(...own);
		return ids.claim(account, own, itemIndex);
	};
	return { claim, end: () => ids.end(), isRepeated: (name: string) => ids.isRepeated(name) };
}

it('refuses the later of two items that ask for different things, and names the ID and the field', () => {
	const ids = sameIds();
	ids.claim('account', [request('a'), request('b', { user_id: 'u' })], 2);
	const refusal = ids.claim('account', [request('b', { user_id: 'v' })], 5);
	expect(refusal?.message).toBe(
		"This item has the same 'Verification ID' as an earlier item, but another 'User ID' [item 5]",
	);
	expect(refusal?.description).toMatch(/its own ID/);
	expect(refusal?.context).toMatchObject({
		itemIndex: 5,
		data: { code: 'same_id_in_run', field: 'User ID', outcome: 'not_sent' },
	});
});

it("names 'Additional Body Fields' where no other field makes the difference", () => {
	const ids = sameIds();
	ids.claim('account', [request('a', { branch: 1 })], 0);
	const refusal = ids.claim('account', [request('a')], 1);
	expect(refusal?.message).toContain("'Additional Body Fields'");
});

it.each(['id', 'constructor', 'toString'])(
	"names 'Additional Body Fields' where they differ in one that is called %s",
	(key) => {
		const ids = sameIds();
		ids.claim('account', [request('a', { [key]: 1 })], 0);
		const refusal = ids.claim('account', [request('a', { [key]: 2 })], 1);
		expect(refusal?.context.data).toMatchObject({ field: 'Additional Body Fields' });
	},
);

it.each([
	[true, false],
	[false, true],
])('refuses the later of two items of which one takes what exists: %s, then %s', (one, other) => {
	const ids = sameIds();
	const taking = (takesExisting: boolean) => {
		const { creates, ...rest } = request('a');
		return { ...rest, creates: { ...creates, takesExisting } };
	};
	ids.claim('account', [taking(one)], 0);
	expect(ids.claim('account', [taking(one)], 1)).toBeUndefined();
	expect(ids.claim('account', [taking(other)], 2)?.message).toBe(
		"This item has the same 'Verification ID' as an earlier item, but another 'If Verification Exists' [item 2]",
	);
});

it('keeps its message where n8n would replace it', () => {
	const ids = sameIds();
	const creates = { ...reconcilable.creates!, idLabel: 'EPERM' };
	ids.claim('account', [{ ...reconcilable, creates, body: { a: 1 } }], 0);
	const refusal = ids.claim('account', [{ ...reconcilable, creates, body: {} }], 1);
	expect(refusal?.message).toContain("'EPERM'");
});

it.each([
	['ask for the same', 'account', request('a', { user_id: 'u' })],
	['are of different accounts', 'another', request('a', { user_id: 'v' })],
	['have different IDs', 'account', request('b', { user_id: 'v' })],
	['only read', 'account', { ...read, body: { user_id: 'v' } }],
	['create what has no ID', 'account', { ...unsafe, body: { user_id: 'v' } }],
])('takes items that %s', (_, account, other) => {
	const ids = sameIds();
	for (const first of [request('a', { user_id: 'u' }), unsafe, read])
		ids.claim('account', [first], 0);
	expect(ids.claim(account, [other], 1)).toBeUndefined();
});

it('keeps no ID of an item that it refused', () => {
	const ids = sameIds();
	ids.claim('account', [request('b', { n: 1 })], 0);
	expect(ids.claim('account', [request('a', { n: 1 }), request('b')], 1)).toBeDefined();
	expect(ids.claim('account', [request('a', { n: 2 })], 2)).toBeUndefined();
});

it('keeps to the first item of an ID', () => {
	const ids = sameIds();
	ids.claim('account', [request('a')], 3);
	expect(ids.claim('account', [request('a', { n: 1 })], 4)).toBeDefined();
	expect(ids.claim('account', [request('a')], 5)).toBeUndefined();
});

it('knows, also after the last item, what several items claimed', () => {
	const ids = sameIds();
	ids.claim('one', [request('a'), request('b')], 0);
	ids.claim('one', [request('a')], 1);
	ids.claim('one', [request('b', { n: 1 })], 2);
	ids.claim('other', [request('b')], 3);
	ids.end();
	const names = ['one', 'other'].flatMap((account) =>
		['a', 'b'].map((id) => nameOfCreated(account, id)),
	);
	expect(names.filter((name) => ids.isRepeated(name))).toEqual([nameOfCreated('one', 'a')]);
});

it('names the ID of an item that it refuses, where it may be shown', () => {
	const ids = sameIds();
	const named = { ...request('a'), creates: { ...request('a').creates, idValue: 'loan-7' } };
	ids.claim('account', [named], 0);
	expect(ids.claim('account', [{ ...named, body: { n: 1 } }], 1)?.message).toContain(
		"the same 'Verification ID' 'loan-7' as an earlier item",
	);
});

it('shares nothing with an item that asks for something else since', () => {
	let asked = 'a';
	const ids = new SameIds(node, () => [request(asked)]);
	ids.claim('account', [request('a')], 0);
	asked = 'b';
	expect(() => ids.claim('account', [request('a')], 1)).toThrow(/asks for something else/);
});

it('compares nothing after the last item', () => {
	const ids = sameIds();
	ids.claim('account', [request('a')], 0);
	ids.end();
	expect(ids.claim('account', [request('a', { n: 1 })], 1)).toBeUndefined();
});

it.each([
	[{ a: 1 }, { a: 1 }, undefined],
	[{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, undefined],
	[{ a: { b: { x: 1, y: 2 } } }, { a: { b: { y: 2, x: 1 } } }, undefined],
	[{ a: [{ x: 1, y: 2 }] }, { a: [{ y: 2, x: 1 }] }, undefined],
	[{ a: [1, 2] }, { a: [2, 1] }, 'a'],
	[{ a: null }, { a: {} }, 'a'],
	[{ a: { x: 1 } }, { a: { y: 1 } }, 'a'],
	[{ a: 1 }, { a: 2 }, 'a'],
	[{ a: 1, b: 2 }, { a: 1, b: 3 }, 'b'],
	[{ a: { b: [1] } }, { a: { b: [2] } }, 'a'],
	[{ a: 1 }, { a: 1, b: 2 }, 'b'],
	[{ a: 1, b: 2 }, { a: 1 }, 'b'],
	[{ a: 1 }, { a: '1' }, 'a'],
	[{ a: exactNumber('12345678901234567890') }, { a: '12345678901234567890' }, 'a'],
	[{ a: [exactNumber('1e400')] }, { a: ['1e400'] }, 'a'],
	[{ a: exactNumber('1e400') }, { a: exactNumber('1e400') }, undefined],
	[{ constructor: 1 }, {}, 'constructor'],
	[JSON.parse('{ "__proto__": {} }'), {}, '__proto__'],
	[{}, {}, undefined],
] as Array<[IDataObject, IDataObject, string | undefined]>)(
	'of %j and %j the first difference is %s',
	(one, other, field) => {
		expect(firstDifference(one, other)).toBe(field);
	},
);

it('finds none between a body and itself, without looking', () => {
	const body = {
		get a(): never {
			throw new RangeError('looked');
		},
	};
	expect(firstDifference(body, body)).toBeUndefined();
});

const turned = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(turned);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, turned(part)] as const);
	return Object.fromEntries(entries.reverse());
};

it('finds none between a body and its copy with the keys in another order, whatever stands in it', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.string(), fc.jsonValue()),
			(body) => firstDifference(body as never, turned(body) as never) === undefined,
		),
		{ seed: 4 },
	);
});
