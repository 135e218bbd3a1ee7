import { NodeApiError } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';
import { redact } from '../../shared/redact';
import { adviceFor } from './advice';
import type { Advice } from './advice';
import { ownCodes } from './attempt';
import type { Attempt, NotSent, Unknown } from './attempt';

/** What belongs to the request but must not stand in a message. */
export interface Context {
	node: INode;
	itemIndex: number;
	/** Values to be hidden wherever Cashfree repeats them */
	sensitive: string[];
	/** What to do where it is not known whether Cashfree acted, as a sentence */
	clearUp?: string;
}

const withoutAnswer: Record<Unknown['reason'], string> = {
	timeout: 'Cashfree did not answer in time',
	'connection lost': 'The connection to Cashfree was lost before its answer arrived',
	stopped: 'The run was stopped before the answer of Cashfree arrived',
	server: 'Cashfree could not process this request',
	empty: 'Cashfree answered with nothing',
	html: 'A web page came back instead of the answer of Cashfree',
	'not json': 'The answer of Cashfree is cut off or not JSON',
};

const withStatus = (status: number | undefined) => (status ? ` (HTTP ${status})` : '');

function notSent({ code, status }: NotSent): Advice {
	switch (code) {
		case ownCodes.notCreated:
			return {
				message: `Cashfree did not take this request, although it was sent several times${withStatus(status)}`,
				description:
					'A look-up showed that nothing was created, so running this item again is safe.',
			};
		case ownCodes.stopped:
			return {
				message: 'The run was stopped before this request was sent',
				description: 'Run this item again.',
			};
		default:
			return {
				message: `Cashfree could not be reached${code ? ` (${code})` : ''}, and nothing was sent`,
				description:
					"Check 'Environment' in the credential, and the network and proxy of n8n's server.",
			};
	}
}

const withoutResult = ({ reason, status }: Unknown, clearUp: string | undefined): Advice => ({
	message: `${withoutAnswer[reason]}${withStatus(status)}`,
	description: clearUp
		? `It is not known whether Cashfree acted on this request. ${clearUp}`
		: 'Nothing was created, so running this item again is safe.',
});

function adviceOf(attempt: Attempt, clearUp: string | undefined): Advice {
	if (attempt.outcome === 'answered') return adviceFor(attempt);
	if (attempt.outcome === 'unknown') return withoutResult(attempt, clearUp);
	return notSent(attempt);
}

type Failure = NonNullable<ConstructorParameters<typeof NodeApiError>[2]>['failure'];

function failureOf(status: number | undefined): Failure {
	if (status === 429) return { cause: 'rate-limited' };
	if (status === 401 || status === 403) return { cause: 'credential-invalid' };
	if (status !== undefined && status >= 500) return { cause: 'temporarily-unavailable' };
	return undefined;
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
		code: outcome === 'not sent' ? attempt.code : code(body?.code),
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
		failure: failureOf(status),
	});
	// n8n replaces a message in which it finds the name of an operating system code, e.g. EPERM
	error.message = message;
	error.context.data = given as IDataObject;
	return error;
}
