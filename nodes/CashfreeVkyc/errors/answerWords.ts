import { redactor } from '../../shared/redact';
import { hasOnlyCommonWords } from '../../shared/redaction/commonWords';
import { sensitiveValues } from '../../shared/sensitive';
import type { RequestOutcome } from '../transport/requestOutcome';

/** What is personal or secret in the requests and answers of an item. */
export interface Sensitive {
	/** The keys in the credential */
	secrets: readonly string[];
	/** The bodies of all requests of the item, and of all answers to them */
	bodies: readonly unknown[];
}

/** What of an answer may be shown. */
export interface AnswerWords {
	code: string | undefined;
	type: string | undefined;
	message: string | undefined;
	refId: string | number | undefined;
}

/** Cashfree's own are shorter than 50 characters. */
const longestCode = 200;

/** Characters of Cashfree's words in which a reason is looked for */
const longestReason = 2000;

/** An exception may quote what it met, e.g. an answer, so that nothing of it is shown. */
function safely<Result>(read: () => Result): Result | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

type Hide = (text: string) => string | undefined;

/** A function that hides all that is sensitive, or results in nothing where that cannot be done. */
const hider = ({ secrets, bodies }: Sensitive): Hide =>
	safely(() => redactor([...secrets, ...sensitiveValues(...bodies)])) ?? (() => undefined);

const textOf = (value: unknown, longest: number): string | undefined =>
	typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;

/** Workflows compare a code, so that it stays as it is where its words are of no person. */
function codeOf(value: unknown, hide: Hide): string | undefined {
	const code = textOf(value, longestCode);
	return code === undefined || hasOnlyCommonWords(code) ? code : hide(code);
}

function refIdOf(error: unknown, hide: Hide): string | number | undefined {
	const id = (error as { ref_id?: unknown } | null | undefined)?.ref_id;
	if (typeof id !== 'number') return codeOf(id, hide);
	const shown = hide(String(id));
	return shown === String(id) ? id : shown;
}

/**
 * Cashfree's code, type, words and reference, without what is sensitive. Whatever fails while they
 * are read is left out.
 */
export function answerWords({ body = {} }: RequestOutcome, sensitive: Sensitive): AnswerWords {
	const hide = hider(sensitive);
	const hidden = (message: unknown) =>
		typeof message === 'string' && message !== '' ? hide(message) : undefined;
	return {
		code: safely(() => codeOf(body.code, hide)),
		type: safely(() => codeOf(body.type, hide)),
		message: safely(() => hidden(body.message)),
		refId: safely(() => refIdOf(body.error, hide)),
	};
}

/** Cashfree's code and words as they are, to find out what they mean; never to be shown. */
export const answerReason = ({ body = {} }: RequestOutcome) => ({
	code: safely(() => textOf(body.code, longestCode)),
	message: safely(() => textOf(body.message, longestReason)),
});
