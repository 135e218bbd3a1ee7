import fc from 'fast-check';
import { foldWord, noDecisionWords, outcomeOf, withOutcome } from '../../../nodes/shared/outcome';
import { documentedEvents, documentedStatuses } from '../../../nodes/shared/statusWords';

const outcomes = ['pending', 'reviewed', 'approved', 'rejected', 'expired', 'failed', 'unknown'];

const words = {
	approvedWhen: new Set(['Signed off', 'CLOSED'].map(foldWord)),
	rejectedWhen: new Set(['SENT-BACK', 'REJECTED'].map(foldWord)),
};
const of = (status: unknown, sub_status: unknown, event_type?: unknown) =>
	outcomeOf({ status, sub_status, event_type }, words);

const reviewed = 'VKYC_AUDITOR_REVIEW_COMPLETED';
const linkExpired = 'VKYC_USER_LINK_EXPIRED';

describe('the outcome', () => {
	const pairs = documentedStatuses.flatMap(({ status, outcome, subStatuses }) =>
		Object.keys(subStatuses).map((subStatus) => [status, subStatus, outcome] as const),
	);

	it.each(pairs)('of %s with %s is as documented', (status, subStatus, outcome) => {
		expect(of(status, subStatus)).toBe(outcome);
		expect(of(status.toLowerCase(), subStatus.replaceAll('_', ' '))).toBe(outcome);
	});

	it.each(Object.entries(documentedEvents))('of %s is as documented', (event, outcome) => {
		expect(of('BRAND_NEW', 'ROW_40', event)).toBe(outcome);
	});

	it.each([
		['signed_off', 'ROW_41', undefined, 'approved'],
		['ROW_40', ' Closed ', undefined, 'approved'],
		['ROW_40', 'sent back', undefined, 'rejected'],
		['REJECTED', 'BY_DESK_7', undefined, 'rejected'],
		// nobody has judged the person
		['REJECTED', 'INSUFFICIENT_BALANCE', reviewed, 'failed'],
		// a word of each list
		['CLOSED', 'SENT_BACK', undefined, 'unknown'],
		['CLOSED', 'SENT_BACK', reviewed, 'reviewed'],
		// the link of an approved verification expires some day, too
		['SIGNED_OFF', '', linkExpired, 'approved'],
		['PRE_VIDEO_CALL', 'USER_QUEUED', linkExpired, 'expired'],
	])('of %s with %s at %s is %s', (status, subStatus, event, outcome) => {
		expect(of(status, subStatus, event)).toBe(outcome);
	});

	it.each([
		// hints only
		['EXPIRED', 'VKYC_EXPIRED'],
		['FAILED', 'FAILED'],
		['COMPLETED', 'APPROVED'],
		['AUDITOR_REVIEWED', ''],
		['VIDEO_CALL', 'USER_QUEUED'],
		// documented words, in no documented pair
		['RECEIVED', 'USER_QUEUED'],
		['PRE_VIDEO_CALL', 'ROW_20'],
		['RECEIVED', null],
	])('of %s with %s is not guessed', (status, subStatus) => {
		expect(of(status, subStatus)).toBe('unknown');
		expect(of(status, subStatus, 'VKYC_BRAND_NEW')).toBe('unknown');
	});

	it.each([null, false, 0, {}, [], ['SIGNED_OFF'], '', '-_ ', '_'.repeat(5_000_000), () => 1])(
		'of the odd value %# is unknown',
		(value) => {
			expect(of(value, value, value)).toBe('unknown');
		},
	);

	it('is never a decision without words for it, whatever the values', () => {
		const value = fc.oneof(fc.anything(), fc.constantFrom('REJECTED', 'APPROVED', reviewed));
		fc.assert(
			fc.property(value, value, value, (status, sub_status, event_type) => {
				const outcome = outcomeOf({ status, sub_status, event_type }, noDecisionWords);
				expect(outcomes).toContain(outcome);
				expect(['approved', 'rejected']).not.toContain(outcome);
			}),
		);
	});

	it('takes no place of a field that Cashfree sends', () => {
		expect(withOutcome({ status: 'A', outcome: 'B' }, 'pending')).toEqual({
			status: 'A',
			cashfree_outcome: 'B',
			outcome: 'pending',
		});
	});
});
