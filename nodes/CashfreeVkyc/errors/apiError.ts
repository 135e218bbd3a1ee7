import { NodeApiError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import { withItemNumber } from '../../shared/itemNumber';
import { labelOfKey } from '../descriptions/fieldLabels';
import type { Advice } from './adviceByCode';
import { adviceOf } from './adviceWithoutAnswer';
import { answerWords } from './answerWords';
import { withoutUndefined } from './details';
import type { Sensitive } from './answerWords';
import { ownCodes } from '../transport/requestOutcome';
import type { RequestOutcome } from '../transport/requestOutcome';

/** What belongs to the request but must not appear in a message. */
export interface Context {
	node: INode;
	itemIndex: number;
	/** To be hidden wherever Cashfree repeats it */
	sensitive: Sensitive;
	/** What to do where it is not known whether Cashfree acted, as a sentence */
	clearUp?: string | undefined;
}

type Failure = NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure'];

function failureOf(outcome: RequestOutcome): Failure {
	const { state, status } = outcome;
	const isLimit = state === 'not_sent' && outcome.code === ownCodes.rateLimit;
	if (status === 429 || isLimit) return { cause: 'rate-limited' };
	if (status !== undefined && status >= 500) return { cause: 'temporarily-unavailable' };
	const isRefused = state === 'answered' && (status === 401 || status === 403);
	return isRefused ? { cause: 'credential-invalid' } : undefined;
}

/** How the screen names the fields whose keys Cashfree's words name, where the advice does not. */
function labelsIn(words: string, { message, description }: Advice): string {
	const keys = [...new Set(words.match(/[A-Za-z][\w-]*\w/g))];
	const named = keys
		.map((key) => [key, labelOfKey(key)])
		.filter(([, label]) => label && !`${message} ${description}`.includes(`'${label}'`))
		.map(([key, label]) => `${key} is '${label}'`);
	return named.length > 0 ? ` On the screen, ${named.join(', ')}.` : '';
}

/** The parts of Cashfree's answer that are kept next to the message: code, type, status, its own words. */
function detailsOf(outcome: RequestOutcome, sensitive: Sensitive): IDataObject {
	const { code, type, message, refId } = answerWords(outcome, sensitive);
	return withoutUndefined({
		code: outcome.state === 'not_sent' ? outcome.code || undefined : code,
		type,
		http_status: outcome.status,
		cashfree_message: message,
		cashfree_ref_id: refId,
		request_id: outcome.requestId,
		outcome: outcome.state,
	});
}

/**
 * Turns the end of a request that is no success into what the builder reads. `context.data` of the
 * result goes to the item's JSON with *continue on fail*.
 * Answers: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 */
export function apiError(
	outcome: RequestOutcome,
	{ node, itemIndex, sensitive, clearUp }: Context,
	advice = adviceOf(outcome, clearUp),
): NodeApiError {
	const details = detailsOf(outcome, sensitive);
	const words = details.cashfree_message as string | undefined;
	const stop = /[.!?]$/.test(words ?? '') ? '' : '.';
	const quoted = words ? ` Cashfree's words: "${words}"${stop}${labelsIn(words, advice)}` : '';
	const message = withItemNumber(advice.message, itemIndex);
	const { status } = outcome;
	const failure = failureOf(outcome);
	const error = new NodeApiError(node, details as never, {
		message,
		description: `${advice.description}${quoted}`,
		...(status !== undefined && { httpCode: String(status) }),
		itemIndex,
		...(failure && { failure }),
	});
	// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
	error.message = message;
	error.context.data = details;
	return error;
}
