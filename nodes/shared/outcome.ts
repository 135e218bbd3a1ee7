import type { IDataObject } from 'n8n-workflow';
import { documentedEvents, documentedStatuses } from './statusWords';
import type { Outcome } from './statusWords';

export type { Outcome };

/** The words with which an account says what an auditor has decided, in the form of `foldWord`. */
export interface DecisionWords {
	approvedWhen: ReadonlySet<string>;
	rejectedWhen: ReadonlySet<string>;
}

/** For where the builder has no field to enter words: nothing is approved or rejected. */
export const noDecisionWords: DecisionWords = { approvedWhen: new Set(), rejectedWhen: new Set() };

/** Characters; many times what Cashfree's words have. */
export const longestWord = 200;

/**
 * A word of Cashfree in the form in which words are compared: without letter case, spaces, underscores
 * and hyphens. '' for whatever is no word.
 */
export const foldWord = (word: unknown): string =>
	typeof word === 'string' && word.length <= longestWord
		? word.toLowerCase().replace(/[\s_-]+/g, '')
		: '';

const pairs = new Map(
	documentedStatuses.flatMap(({ status, outcome, subStatuses }) =>
		Object.keys(subStatuses).map((subStatus) => [
			`${foldWord(status)} ${foldWord(subStatus)}`,
			outcome,
		]),
	),
);

/** Nothing, where the words say both or neither. */
function decisionIn(words: string[], { approvedWhen, rejectedWhen }: DecisionWords) {
	const isAmong = (decision: ReadonlySet<string>) =>
		words.some((word) => word !== '' && decision.has(word));
	const isApproved = isAmong(approvedWhen);
	if (isApproved === isAmong(rejectedWhen)) return undefined;
	return isApproved ? 'approved' : 'rejected';
}

/**
 * What has become of a verification, by what Cashfree documents and by the words that the builder
 * entered; never by a guess.
 *
 * @param words any values: `status` and `sub_status` of a verification, and the `event_type` of an
 *   event. What is no text counts as missing
 * @param decisionWords from `readDecisionWords`
 * @returns in this order: `failed` for a documented pair that says so; `approved` or `rejected` by the
 *   builder's words, where they say one of the two; what the event says; `pending` for a documented
 *   pair; else `unknown`
 */
export function outcomeOf(
	{ status, sub_status, event_type }: { [word: string]: unknown },
	decisionWords: DecisionWords,
): Outcome {
	const folded = [foldWord(status), foldWord(sub_status)];
	const byPair = pairs.get(folded.join(' '));
	if (byPair === 'failed') return byPair;
	const isDocumented =
		typeof event_type === 'string' && Object.hasOwn(documentedEvents, event_type);
	const byEvent = isDocumented ? documentedEvents[event_type] : undefined;
	return decisionIn(folded, decisionWords) ?? byEvent ?? byPair ?? 'unknown';
}

/**
 * Puts the outcome behind the fields of an answer or event. A field `outcome` that Cashfree itself
 * sends is kept as `cashfree_outcome`.
 */
export function withOutcome(json: IDataObject, outcome: Outcome): IDataObject {
	if (!Object.hasOwn(json, 'outcome')) return { ...json, outcome };
	const { outcome: cashfreeOutcome, ...others } = json;
	return { ...others, cashfree_outcome: cashfreeOutcome, outcome };
}
