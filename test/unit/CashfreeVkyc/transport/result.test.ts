import { NodeOperationError } from 'n8n-workflow';
import type { NodeApiError } from 'n8n-workflow';
import type { Creates } from '../../../../nodes/CashfreeVkyc/transport/attempt';
import type { Delivery } from '../../../../nodes/CashfreeVkyc/transport/deliver';
import { resultOf } from '../../../../nodes/CashfreeVkyc/transport/result';
import { node } from '../../../support/scripted-context';
import { answered, exists, findable, lost, ok, read } from './attempts';

const recipient = { node, itemIndex: 3, sensitive: { secrets: [], bodies: [] } };

/** The result for a request whose answers speak of this owner. */
const result = (
	delivery: Omit<Delivery, 'tries'>,
	owner: ReturnType<Creates['owner']> = 'same',
	body = {},
) =>
	resultOf(
		{ ...delivery, tries: 1 },
		{ ...findable, body, creates: { ...findable.creates!, owner: () => owner } },
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
	expect(result({ end: ok })).toBe(ok.body);
});

it('is what a look-up found in place of an answer', () => {
	expect(result({ end: lost, found })).toBe(found.body);
	expect(result({ end: exists, found })).toBe(found.body);
});

it('needs nobody to own what a request reads', () => {
	expect(resultOf({ end: ok, tries: 1 }, read, recipient)).toBe(ok.body);
});

it('may leave the owner unstated in the answer itself', () => {
	expect(result({ end: ok }, 'unstated')).toBe(ok.body);
});

it.each<[string, Omit<Delivery, 'tries'>, 'other' | 'unstated']>([
	["another user's, as found", { end: exists, found }, 'other'],
	['one whose owner is not stated, as found', { end: exists, found }, 'unstated'],
])('is never %s', (_, delivery, owner) => {
	const error = failure(delivery, owner);
	expect(error.message).toBe('Another user has it [item 3]');
	expect(error.description).toBe('Take another ID.');
	expect(error.context).toEqual({ itemIndex: 3, data: other });
});

it.each<[string, Omit<Delivery, 'tries'>, 'other' | 'unstated']>([
	["another user's, as answered to the request itself", { end: ok }, 'other'],
	["another user's, as found after a lost answer", { end: lost, found }, 'other'],
	['one whose owner is not stated, as found after a lost answer', { end: lost, found }, 'unstated'],
])(
	'is never %s, and it is said what to look up, as something may have been sent',
	(_, delivery, owner) => {
		const error = failure(delivery, owner);
		expect(error.message).toBe('Another user has it [item 3]');
		expect(error.description).toBe("Compare in 'Get Status'. Take another ID.");
		expect(error.context).toEqual({ itemIndex: 3, data: { ...other, outcome: 'unknown' } });
	},
);

it('is what n8n or the credential says where the request could not be made', () => {
	const fault = new NodeOperationError(node, 'No key');
	const end = { outcome: 'not sent' as const, code: '', fault };
	expect(() => resultOf({ end, tries: 1 }, read, recipient)).toThrow(fault);
});

it('needs nobody to own what is refused to be read', () => {
	const refused = () => resultOf({ end: answered(403), tries: 1 }, read, recipient);
	expect(refused).toThrow('Cashfree did not allow this request [item 3]');
});

it('is a refusal where Cashfree refused', () => {
	const error = failure({ end: exists });
	expect(error.message).toMatch(/exists already \[item 3\]$/);
});

it('says how to clear up what is not known', () => {
	expect(failure({ end: lost }).description).toContain("Use 'Get Status'.");
});
