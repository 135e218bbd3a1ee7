import { InFlightRequests } from '../../../../nodes/CashfreeVkyc/transport/inFlightRequests';

it('starts one request for each ID', async () => {
	const requests = new InFlightRequests<string>(() => true);
	const started: number[] = [];
	const take = (id: string | undefined, itemIndex: number) =>
		requests.getOrStart(id, itemIndex, async () => {
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
	expect(await entries[2]?.result).toBe('of item 0');
});

it('keeps nothing that no other item may ask for', () => {
	const requests = new InFlightRequests<string>((id) => id === 'a');
	const itemOf = (id: string, itemIndex: number) =>
		requests.getOrStart(id, itemIndex, async () => '').itemIndex;
	expect([itemOf('a', 0), itemOf('a', 1)]).toEqual([0, 0]);
	expect([itemOf('b', 2), itemOf('b', 3)]).toEqual([2, 3]);
});
