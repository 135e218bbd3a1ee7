import type { INodeCredentialTestResult } from 'n8n-workflow';
import { adviceFor, isAbout } from '../nodes/CashfreeVkyc/errors/advice';
import { redactor } from '../nodes/shared/redact';

/** What came back for a look-up of the verification that the credential's test asks for. */
export interface TestAnswer {
	statusCode: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

/** No verification has it, unless somebody chose it. */
export const testId = 'credential-test';

const refused = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 2000) : '');

const accepted: INodeCredentialTestResult = { status: 'OK', message: 'Connection successful!' };

/** The kinds of Cashfree's answers about what was looked up, as its other look-ups give them, too. */
const lookUpTypes = ['validation_error', 'not_found_error', 'invalid_request'];

const codeOfVerification = /^(?:invalid_)?verification_id(?:_|$)/;

/**
 * Whole sentences under a code that does not say what it is about, such as `invalid_request`. That a
 * text names the verification ID is not enough: a server that knows no such parameter names it, too.
 */
const aboutVerification =
	/^(?:please provide (?:reference_id or )?verification_id|(?:the )?verification[_ ]id (?:\S+ )?(?:does not exist|is unknown|is invalid|(?:is|was) not found)|no v(?:ideo )?kyc (?:request )?(?:was )?found for this (?:verification )?id)\.?$/i;

/** Whether an answer of Cashfree's form is about the verification, which only right keys look up. */
const isLookUp = (type: string, code: string, words: string) =>
	lookUpTypes.includes(type) && (codeOfVerification.test(code) || aboutVerification.test(words));

/** What is wrong where another server than Cashfree's answered. */
function refusedByProxy(status: number, via: string, address: string) {
	const { host } = new URL(address);
	const name = /^[\d.]{1,5} ([\w.:-]{1,100})/.exec(via)?.[1];
	const who = `A proxy or firewall${name ? ` (${name})` : ''} between this n8n and ${host}`;
	return refused(
		status === 407
			? `${who} requires a user name and password (HTTP 407), and Cashfree was not asked. Write them into HTTPS_PROXY where this n8n is set up, or ask those who run the proxy`
			: `${who} refused the request (HTTP ${status}): this is no answer of Cashfree's. Ask those who run it to let this n8n connect to ${host}`,
	);
}

function unclear(status: number, words: string) {
	const said = words.replace(/[^ -~]/g, '').slice(0, 100);
	return refused(
		`The server at this address answered with HTTP ${status}${said && ` ("${said}")`}, but not as Cashfree does, so the keys are not proven. Check the 'Environment' and its 'Base URL', and any proxy in between`,
	);
}

/** Whether a refusal of Cashfree's is about the keys, or their account, and not about the look-up. */
const isAboutKeys = (status: number, code: string, words: string) =>
	status === 403 ||
	(status === 401 && /^authentication|client ?(id|secret)/i.test(`${code} ${words}`)) ||
	isAbout.keys(code) ||
	isAbout.otherEnvironment(words) ||
	isAbout.notEnabled(words) ||
	isAbout.apiVersion(code, words);

/**
 * The refusal in the words of the catalogue that the node uses, too.
 *
 * @param shown what of Cashfree's words may be shown
 */
function refusedByCashfree(status: number, code: string, words: string, shown: string) {
	const { message, description } = adviceFor({ status, body: { code, message: words } });
	return refused(`${message}. ${description} Cashfree's words: "${shown}"`);
}

/**
 * What an answer says about the keys. They are proven only by an answer about the verification that
 * was looked up, since that is what Cashfree gives to right keys alone. Its code for an unknown
 * verification is not documented, so any code about a verification ID counts, if the answer has
 * Cashfree's form: `type`, `code` and `message`, all texts.
 * https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/get-vkyc-status
 *
 * @param address the base URL that was asked
 * @param secrets what the answer may repeat, and the message may not
 */
export function judge(
	{ statusCode: status, headers, body }: TestAnswer,
	address: string,
	secrets: string[],
): INodeCredentialTestResult {
	const redact = redactor(secrets);
	const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
	const [type, code, words] = [textOf(said.type), textOf(said.code), textOf(said.message)];
	const shown = (redact(words || code) ?? '').slice(0, 200);
	const isOfCashfree = /^[a-z_]+$/.test(type) && code !== '' && words !== '';
	if (status === 407 || (status === 403 && !isOfCashfree)) {
		return refusedByProxy(status, redact(textOf(headers?.via)) ?? '', address);
	}
	if (status === 200) {
		const isNumbered = /^[1-9]\d{0,18}$/.test(String(said.reference_id));
		const isOwn = said.verification_id === testId && textOf(said.status) !== '' && isNumbered;
		return isOwn ? accepted : unclear(status, redact(code) ?? '');
	}
	if (isOfCashfree && (status === 429 || status >= 500)) {
		return refused(
			`Cashfree answered with HTTP ${status} and could not check the keys. Wait a minute and try again`,
		);
	}
	if (isOfCashfree && isAboutKeys(status, code, words)) {
		return refusedByCashfree(status, code, words, shown);
	}
	const isOfLookUp = [400, 404, 409, 422].includes(status) && isLookUp(type, code, words);
	if (isOfCashfree && isOfLookUp) return accepted;
	return unclear(status, redact(code || words) ?? '');
}
