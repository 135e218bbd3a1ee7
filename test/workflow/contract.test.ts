import fc from 'fast-check';
import { checkBody } from '../../local/cashfree/contract';
import { useCashfree } from '../support/vkyc';
import { arbitraryItem, parameterSets } from './contractArbitraries';

const { cashfree, run } = useCashfree();
const seed = Date.now() % 2 ** 31;

type Request = (typeof cashfree.requests)[number];

/** Keys in the builder's own Aadhaar JSON that the page does not know are sent on purpose. */
const isOwnKey = ({ keyword, field }: { keyword: string; field: string }) =>
	keyword === 'additionalProperties' && field.startsWith('aadhaar_details.');

function breaches({ method, operation, query, body }: Request): unknown[] {
	if (method !== 'GET') return checkBody(operation, body).filter((problem) => !isOwnKey(problem));
	const isId = (value: unknown) => /^[A-Za-z0-9._-]{1,50}$/.test(String(value));
	return Object.values(query).filter((value) => !isId(value));
}

it(`sends nothing that breaks the contract, whatever the fields hold (seed ${seed})`, async () => {
	let refusedHere = 0;
	let sent = 0;
	const runOnce = async (parameters: object, items: object[]) => {
		cashfree.reset();
		const onError = 'continueRegularOutput';
		const result = await run({ ...parameters }, { items: items as never, onError });

		expect(cashfree.requests.flatMap(breaches)).toEqual([]);
		expect(result.json).toHaveLength(items.length);
		result.json.forEach(({ error }, itemIndex) => {
			if (error === undefined) return;
			const { message, outcome } = error as { message: string; outcome: string };
			expect(message).toMatch(new RegExp(`^[^']*'?[A-Z].*\\[item ${itemIndex}\\]$`, 's'));
			if (outcome === 'not_sent') refusedHere++;
		});
		sent += cashfree.requests.length;
	};
	const sets = fc.constantFrom(...parameterSets);
	const items = fc.array(arbitraryItem, { minLength: 1, maxLength: 4 });
	await fc.assert(fc.asyncProperty(sets, items, runOnce), { seed, numRuns: 200 });

	expect(sent).toBeGreaterThan(100);
	expect(refusedHere).toBeGreaterThan(100);
}, 60_000);
