import { noteVerificationId } from '../../../../nodes/CashfreeVkyc/actions/executionData';
import type { CashfreeRequest } from '../../../../nodes/CashfreeVkyc/transport/request';
import { scriptedContext } from '../../../support/scriptedContext';
import { read, reconcilable } from '../transport/outcomes';

const named = (request: CashfreeRequest, key: 'body' | 'query', verification_id: string) => ({
	...request,
	[key]: { verification_id },
});

function noted(requests: CashfreeRequest[], { items = 1, customData = {} as object | null } = {}) {
	const notes: unknown[] = [];
	const { context } = scriptedContext({ parameters: Array(items).fill({}) });
	const set = (...note: unknown[]) => void notes.push(note);
	const given = { ...context, customData: customData && { set, ...customData } };
	noteVerificationId(given as never, requests);
	return notes;
}

it.each<[string, CashfreeRequest[]]>([
	['creates', [read, named(reconcilable, 'body', 'loan-77')]],
	['asks for', [named(read, 'query', 'loan-77')]],
])('a run of one item notes the verification ID that it %s', (_, requests) => {
	expect(noted(requests)).toEqual([['verification_id', 'loan-77']]);
});

it('nothing is noted of several items, which would have one place for all', () => {
	expect(noted([named(read, 'query', 'loan-77')], { items: 2 })).toEqual([]);
});

it('nothing is noted where no request names a verification', () => {
	expect(noted([read])).toEqual([]);
});

it('no run fails for it', () => {
	const refuse = () => {
		throw new RangeError('Custom data is full');
	};
	const requests = [named(read, 'query', 'loan-77')];
	expect(() => noted(requests, { customData: { set: refuse } })).not.toThrow();
	expect(() => noted(requests, { customData: null })).not.toThrow();
});
