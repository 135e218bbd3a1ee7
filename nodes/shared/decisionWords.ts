import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isBlank } from './blank';
import { commaList } from './commaList';
import { holdsLeftover, leftoverIn } from './leftover';
import { foldWord, longestWord } from './outcome';
import type { DecisionWords } from './outcome';
import { documentedEvents, documentedStatuses } from './statusWords';
import type { FieldError, FieldErrorOf } from './fieldError';

const labels = { approvedWhen: 'Approved When', rejectedWhen: 'Rejected When' };

const mostWords = 100;

/** The options of whatever says the outcome of a verification. */
export const decisionProperties: INodeProperties[] = [
	{
		displayName: labels.approvedWhen,
		name: 'approvedWhen',
		type: 'string',
		default: '',
		placeholder: 'e.g. AUDITOR_OK',
		description:
			"Comma-separated list of statuses and sub-statuses with which Cashfree tells your account that an auditor approved a verification. Cashfree does not publish them: copy them from a verification that you know. Without them, 'outcome' is never 'approved'.",
	},
	{
		displayName: labels.rejectedWhen,
		name: 'rejectedWhen',
		type: 'string',
		default: '',
		placeholder: 'e.g. AUDITOR_NOT_OK',
		description:
			"Comma-separated list of statuses and sub-statuses with which Cashfree tells your account that an auditor rejected a verification. Without them, 'outcome' is never 'rejected'.",
	},
];

/** Documented statuses may have further sub-statuses; only of `REJECTED` one may be a decision. */
const rejectedStatus = 'REJECTED';

const documentedWords = [
	...documentedStatuses.flatMap(({ status, subStatuses }) => [status, ...Object.keys(subStatuses)]),
	...Object.keys(documentedEvents),
];

const visible = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u;

function readWords(value: unknown, isRejection: boolean, fieldError: FieldError): Set<string> {
	if (isBlank(value)) return new Set();
	const rule = "Name statuses or sub-statuses as in the node's output, with commas between them.";
	const words = commaList(value);
	if (!words) throw fieldError('is not a list of words', rule);
	if (words.length > mostWords || words.some((word) => word.length > longestWord)) {
		const limit = `Name at most ${mostWords} words, each of at most ${longestWord} characters.`;
		throw fieldError('is too long', limit);
	}
	const leftover = words.map(leftoverIn).find(Boolean);
	if (leftover !== undefined) {
		throw fieldError(holdsLeftover(leftover), 'Check the expression.');
	}
	const folded = new Set(words.map(foldWord));
	if (![...folded].every((word) => visible.test(word) && /[\p{L}\p{N}]/u.test(word))) {
		throw fieldError('contains something that is no word', rule);
	}
	const documented = documentedWords.find(
		(word) => folded.has(foldWord(word)) && !(isRejection && word === rejectedStatus),
	);
	if (documented !== undefined) {
		throw fieldError(
			`contains ${documented}, to which Cashfree's documentation gives another meaning`,
			`Remove it. ${rule}`,
		);
	}
	return folded;
}

/**
 * Reads and checks the values of `decisionProperties`: texts with commas, or expressions that result
 * in lists. What was not added to the options, or was left empty, contains no word.
 *
 * @param fieldErrorOf makes the refusal of the field with this label
 * @throws where a value is no list of words, a word is in both lists, or Cashfree documents that it
 *   means something else
 */
export function readDecisionWords(options: IDataObject, fieldErrorOf: FieldErrorOf): DecisionWords {
	const { approvedWhen: approved, rejectedWhen: rejected } = labels;
	const approvedWhen = readWords(options.approvedWhen, false, fieldErrorOf(approved));
	const rejectedWhen = readWords(options.rejectedWhen, true, fieldErrorOf(rejected));
	if ([...approvedWhen].some((word) => rejectedWhen.has(word))) {
		const what = `contains a word that '${rejected}' contains too`;
		throw fieldErrorOf(approved)(what, 'Remove it from one of the two.');
	}
	return { approvedWhen, rejectedWhen };
}
