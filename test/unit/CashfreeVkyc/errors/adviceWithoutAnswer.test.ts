import { apiError } from '../../../../nodes/CashfreeVkyc/errors/apiError';
import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type { RequestOutcome } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import { node } from '../../../support/scriptedContext';
import { answered } from '../transport/outcomes';

const clearUp = "Use the operation 'Get Status'.";
const sensitive = { secrets: [], bodies: [] };
const told = (outcome: RequestOutcome, more = {}) =>
	apiError(outcome, { node, itemIndex: 7, sensitive, clearUp, ...more });
const unclear = `It is not known whether Cashfree acted on this request. ${clearUp}`;
const settings = 'HTTP_PROXY and HTTPS_PROXY in the environment of n8n';

it.each<[string, RequestOutcome, string, string]>([
	[
		'a success of something else',
		{ state: 'unknown', reason: 'not_expected', status: 200, expected: 'a token', body: {} },
		'Cashfree answered with HTTP 200, but not with a token',
		"'Base URL' in the credential",
	],
	[
		'an object of somebody else',
		{ state: 'unknown', reason: 'not_cashfree', status: 403 },
		'The response does not have the format of Cashfree (HTTP 403)',
		settings,
	],
	[
		'a web page',
		{ state: 'unknown', reason: 'html', status: 503 },
		'A web page came back instead of the response from Cashfree (HTTP 503)',
		settings,
	],
	[
		'a proxy',
		{ state: 'unknown', reason: 'proxy', status: 403 },
		'A proxy answered instead of Cashfree (HTTP 403)',
		settings,
	],
])('says of %s where to look, and that the outcome is not known', (_, outcome, message, place) => {
	const { message: said, description, context, failure } = told(outcome);
	expect(said).toBe(`${message} [item 7]`);
	expect(description).toContain(unclear);
	expect(description).toContain(place);
	expect(context.data).toEqual({ outcome: 'unknown', http_status: outcome.status });
	expect(failure?.cause).not.toBe('credential-invalid');
});

it('quotes the refusal that came with a success', () => {
	const body = { type: 'validation_error', code: 'user_id_not_found', message: 'no such user' };
	const { description, context } = told({
		state: 'unknown',
		reason: 'not_expected',
		status: 200,
		expected: 'this user',
		body,
	});
	expect(description).toContain('Cashfree\'s words: "no such user".');
	expect(context.data).toMatchObject({ code: 'user_id_not_found', outcome: 'unknown' });
});

it('names the proxy that asks for a password, and where its address stands', () => {
	const { message, description, context } = told({
		state: 'not_sent',
		code: ownCodes.proxy,
		status: 407,
	});
	expect(message).toBe('The proxy of n8n asks for a user name and password (HTTP 407) [item 7]');
	expect(description).toMatch(/^Nothing was sent to Cashfree\. .*http:\/\/user:password@/);
	expect(description).toContain(settings);
	expect(context.data).toEqual({
		code: 'proxy_authentication_required',
		http_status: 407,
		outcome: 'not_sent',
	});
});

it('tells of the limit, also for an item that was not sent for it', () => {
	const { message, description, context, failure } = told({
		state: 'not_sent',
		code: ownCodes.rateLimit,
	});
	expect(message).toBe(told(answered(429)).message);
	expect(description).toMatch(/^This request was not sent\. .*'Max Concurrent Items'/);
	expect(context.data).toEqual({ code: 'rate_limit', outcome: 'not_sent' });
	expect(failure).toEqual({ cause: 'rate-limited' });
});

it('tells of the refusal, and of the try before it that got no answer', () => {
	const body = { code: 'phone_value_invalid', message: 'phone should be numeric.' };
	const later: RequestOutcome = { state: 'unknown', reason: 'refused_later', status: 400, body };
	const { message, description, context } = told(later);
	expect(message).toBe('Cashfree does not accept this phone number [item 7]');
	expect(description).toBe(
		`This is the response to a retry; an earlier request got no response. ${unclear} Cashfree's words: "phone should be numeric." On the screen, phone is 'Phone Number'.`,
	);
	expect(context.data).toMatchObject({ code: 'phone_value_invalid', outcome: 'unknown' });
	expect(told(later, { clearUp: undefined }).description).toContain('Nothing was created');
});
