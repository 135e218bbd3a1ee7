import { NodeOperationError } from 'n8n-workflow';
import type { NodeApiError } from 'n8n-workflow';
import type { Creates } from '../../../../nodes/CashfreeVkyc/transport/request';
import type { RetryResult } from '../../../../nodes/CashfreeVkyc/transport/sendWithRetry';
import { jsonOf } from '../../../../nodes/CashfreeVkyc/transport/result';
import { node } from '../../../support/scriptedContext';
import { answered, exists, reconcilable, lost, ok, read } from './outcomes';

const recipient = { node, itemIndex: 3, isShared: false, sensitive: { secrets: [], bodies: [] } };

/** The result for a request whose answers speak of this owner. */
const result = (
	result: Omit<RetryResult, 'retries'>,
	owner: ReturnType<Creates['owner']> = 'same',
	body = {},
) =>
	jsonOf(
		{ ...result, retries: 0 },
		{ ...reconcilable, body, creates: { ...reconcilable.creates!, owner: () => owner } },
		recipient,
	);

function failure(...given: Parameters<typeof result>): NodeApiError {
	try {
		result(...given);
	} catch (reason) {
		return reason as NodeApiError;
	}
	throw new RangeError('It did not fail.');
}

const other = { code: 'belongs_to_another_user', http_status: 200, outcome: 'answered' };
const found = answered(200, { reference_id: 2 });

it('is what Cashfree answered', () => {
	expect(result({ outcome: ok })).toBe(ok.body);
});

it('is what a look-up found in place of an answer', () => {
	expect(result({ outcome: lost, found })).toBe(found.body);
	expect(result({ outcome: exists, found })).toBe(found.body);
});

it('needs nobody to own what a request reads', () => {
	expect(jsonOf({ outcome: ok, retries: 0 }, read, recipient)).toBe(ok.body);
});

it('may leave the owner unstated in the answer itself', () => {
	expect(result({ outcome: ok }, 'unstated')).toBe(ok.body);
});

it.each<[string, Omit<RetryResult, 'retries'>, 'other' | 'unstated']>([
	["another user's, as found", { outcome: exists, found }, 'other'],
	['one whose owner is not stated, as found', { outcome: exists, found }, 'unstated'],
])('is never %s', (_, result, owner) => {
	const error = failure(result, owner);
	expect(error.message).toBe('Another user has it [item 3]');
	expect(error.description).toBe('Take another ID.');
	expect(error.context).toEqual({ itemIndex: 3, data: other });
});

it.each<[string, Omit<RetryResult, 'retries'>, 'other' | 'unstated']>([
	["another user's, as answered to the request itself", { outcome: ok }, 'other'],
	["another user's, as found after a lost answer", { outcome: lost, found }, 'other'],
	[
		'one whose owner is not stated, as found after a lost answer',
		{ outcome: lost, found },
		'unstated',
	],
])(
	'is never %s, and it is said what to look up, as something may have been sent',
	(_, result, owner) => {
		const error = failure(result, owner);
		expect(error.message).toBe('Another user has it [item 3]');
		expect(error.description).toBe("Compare in 'Get Status'. Take another ID.");
		expect(error.context).toEqual({ itemIndex: 3, data: { ...other, outcome: 'unknown' } });
	},
);

it('is what n8n or the credential says where the request could not be made', () => {
	const error = new NodeOperationError(node, 'No key');
	const outcome = { state: 'not_sent' as const, code: '', error };
	expect(() => jsonOf({ outcome, retries: 0 }, read, recipient)).toThrow(error);
});

it('needs nobody to own what is refused to be read', () => {
	const refused = () => jsonOf({ outcome: answered(403), retries: 0 }, read, recipient);
	expect(refused).toThrow('Cashfree did not allow this request [item 3]');
});

it('is a refusal where Cashfree refused', () => {
	const error = failure({ outcome: exists });
	expect(error.message).toMatch(/exists already \[item 3\]$/);
});

it('says how to clear up what is not known', () => {
	expect(failure({ outcome: lost }).description).toContain("Use 'Get Status'.");
});

describe('says whether this run created it', () => {
	const withCreated = (body: object, created: unknown) => ({ ...body, created });
	const createdOf = (given: Omit<RetryResult, 'retries'>, isShared = false) => {
		const creates = { ...reconcilable.creates!, owner: () => 'same' as const, withCreated };
		const request = { ...reconcilable, creates: creates as Creates };
		return jsonOf({ ...given, retries: 0 }, request, { ...recipient, isShared }).created;
	};

	it.each<[string, Omit<RetryResult, 'retries'>, boolean, boolean | null]>([
		['yes, where Cashfree answered the request with it', { outcome: ok }, false, true],
		['no, where another item sent the request', { outcome: ok }, true, false],
		['no, where it existed', { outcome: exists, found }, false, false],
		['unknown, after a lost answer', { outcome: lost, found, mayBeOwn: true }, false, null],
		['no, for another item after it', { outcome: lost, found, mayBeOwn: true }, true, false],
	])('%s', (_, given, isShared, created) => {
		expect(createdOf(given, isShared)).toBe(created);
	});
});
