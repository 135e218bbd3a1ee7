import { NodeApiError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import { redact } from '../../shared/redact';
import { adviceOf } from './adviceWithoutAnswer';
import { ownCodes } from './attempt';
import type { Attempt } from './attempt';

/** What belongs to the request but must not stand in a message. */
export interface Context {
	node: INode;
	itemIndex: number;
	/** Values to be hidden wherever Cashfree repeats them */
	sensitive: string[];
	/** What to do where it is not known whether Cashfree acted, as a sentence */
	clearUp?: string;
}

type Failure = NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure'];

function failureOf(attempt: Attempt): Failure {
	const { outcome, status } = attempt;
	const isLimit = outcome === 'not sent' && attempt.code === ownCodes.rateLimit;
	if (status === 429 || isLimit) return { cause: 'rate-limited' };
	if (status !== undefined && status >= 500) return { cause: 'temporarily-unavailable' };
	const isRefused = outcome === 'answered' && (status === 401 || status === 403);
	return isRefused ? { cause: 'credential-invalid' } : undefined;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** The parts of Cashfree's answer that stay beside the message: code, type, status, its own words. */
function detailsOf(attempt: Attempt, sensitive: string[]): IDataObject {
	const { outcome, status, body } = attempt;
	const words = (value: unknown) => {
		const text = textOf(value);
		return text && redact(text, sensitive);
	};
	const refId = (body?.error as IDataObject | undefined)?.ref_id;
	// a code of one word holds nothing personal, and workflows compare it
	const code = (value: unknown) => (/^[\w.-]+$/.test(String(value)) ? textOf(value) : words(value));
	return {
		code: outcome === 'not sent' ? textOf(attempt.code) : code(body?.code),
		type: code(body?.type),
		http_status: status,
		cashfree_message: words(body?.message),
		cashfree_ref_id: typeof refId === 'number' ? refId : words(refId),
		outcome,
	};
}

/**
 * Turns the end of a request that is no success into what the builder reads. `context.data` of the
 * result goes to the item's JSON with *continue on fail*.
 * Answers: https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 */
export function apiError(
	attempt: Attempt,
	{ node, itemIndex, sensitive, clearUp }: Context,
	advice = adviceOf(attempt, clearUp),
): NodeApiError {
	const data = detailsOf(attempt, sensitive);
	const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
	const words = given.cashfree_message as string | undefined;
	const quoted = words ? ` Cashfree's words: "${words}"${/[.!?]$/.test(words) ? '' : '.'}` : '';
	const message = `${advice.message} [item ${itemIndex}]`;
	const status = given.http_status as number | undefined;
	const error = new NodeApiError(node, given as never, {
		message,
		description: `${advice.description}${quoted}`,
		httpCode: status === undefined ? undefined : String(status),
		itemIndex,
		failure: failureOf(attempt),
	});
	// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
	error.message = message;
	error.context.data = given as IDataObject;
	return error;
}
