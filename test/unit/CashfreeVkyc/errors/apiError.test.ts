import { NodeApiError } from 'n8n-workflow';
import { apiError } from '../../../../nodes/CashfreeVkyc/errors/apiError';
import { ownCodes } from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import type {
	RequestOutcome,
	Unknown,
} from '../../../../nodes/CashfreeVkyc/transport/requestOutcome';
import { node } from '../../../support/scriptedContext';
import { answered } from '../transport/outcomes';

const errorOf = (
	outcome: RequestOutcome,
	{ clearUp = undefined as string | undefined, secrets = ['Asha Rao'] } = {},
) => apiError(outcome, { node, itemIndex: 7, sensitive: { secrets, bodies: [] }, clearUp });

const refusal = answered(400, {
	type: 'validation_error',
	code: 'user_template_value_invalid',
	message: 'No template for asha rao',
	error: { ref_id: 102 },
});

it('tells what happened, what to do, and what Cashfree wrote, without what is personal', () => {
	const error = errorOf(refusal);
	expect(error).toBeInstanceOf(NodeApiError);
	expect(error.message).toBe('Your Cashfree account has no user template of this name [item 7]');
	expect(error.description).toBe(
		"Check 'User Template' against the names that Cashfree gave you. Cashfree's words: \"No template for [hidden]\".",
	);
	expect(error.httpCode).toBe('400');
	expect(error.context).toEqual({
		itemIndex: 7,
		data: {
			code: 'user_template_value_invalid',
			type: 'validation_error',
			http_status: 400,
			cashfree_message: 'No template for [hidden]',
			cashfree_ref_id: 102,
			outcome: 'answered',
		},
	});
});

it.each(['Ends here.', 'Ends here!', 'Ends here?'])('adds no full stop to "%s"', (message) => {
	expect(errorOf(answered(400, { message })).description).toMatch(
		new RegExp(` Cashfree's words: "${message.replace(/\W$/, '\\$&')}"$`),
	);
});

it('adds one behind words that have theirs in the middle', () => {
	const { description } = errorOf(answered(400, { message: 'Not so. Try again' }));
	expect(description).toMatch(/ Cashfree's words: "Not so. Try again"\.$/);
});

it.each([
	[
		'aadhaar_details.dob is required.',
		"On the screen, aadhaar_details is 'Aadhaar Details', dob is 'Aadhaar Date of Birth'.",
	],
	['phone, phone', "On the screen, phone is 'Phone Number'."],
	['x-client-id: bad', "On the screen, x-client-id is 'Client ID'."],
	['metadata[vkyc_request_id]', "On the screen, vkyc_request_id is 'Reference ID'."],
])('tells how the screen names what Cashfree names by its key: %s', (message, note) => {
	const { description, context } = errorOf(answered(400, { code: 'new_code', message }));
	expect(description).toMatch(new RegExp(`${message.replace(/\W/g, '\\$&')}\\.?"\\.? ${note}$`));
	expect(context.data).toMatchObject({ cashfree_message: message });
});

it.each([
	['new_code', 'This state is unknown, my_verification_id and subdistrict, too.'],
	['verification_id_missing', 'verification_id is missing in the request.'],
	['new_code', 'constructor __proto__'],
])('adds no name of a field where there is none to add (%s, %s)', (code, message) => {
	expect(errorOf(answered(400, { code, message })).description).not.toContain('On the screen');
});

it('says nothing of words that Cashfree did not write', () => {
	const error = errorOf(answered(400, { message: '', code: 1, type: null, error: 'no' }));
	expect(error.description).not.toContain('words');
	expect(error.context.data).toStrictEqual({ http_status: 400, outcome: 'answered' });
});

it('keeps its message where n8n finds the name of a system fault in it', () => {
	const advice = { message: 'Approve permissions, EPERM', description: 'Do.' };
	const error = apiError(
		refusal,
		{ node, itemIndex: 0, sensitive: { secrets: [], bodies: [] } },
		advice,
	);
	expect(error.message).toBe('Approve permissions, EPERM [item 0]');
	expect(error.description).toMatch(/^Do\. /);
});

it.each<[number, object | undefined]>([
	[429, { cause: 'rate-limited' }],
	[401, { cause: 'credential-invalid' }],
	[403, { cause: 'credential-invalid' }],
	[400, undefined],
	[404, undefined],
])('tells n8n the cause of HTTP %d: %j', (status, failure) => {
	expect(errorOf(answered(status)).failure).toEqual(failure);
});

it.each<[Unknown['reason'], string]>([
	['timeout', 'Cashfree did not answer in time'],
	['connection_lost', 'The connection to Cashfree was lost before its response arrived'],
	['stopped', 'The run was stopped before the response from Cashfree arrived'],
	['server', 'Cashfree could not process this request'],
	['empty', 'Cashfree sent an empty response'],
	['html', 'A web page came back instead of the response from Cashfree'],
	['not_json', 'The response from Cashfree is cut off or not JSON'],
])('after "%s" it says: %s', (reason, message) => {
	const error = errorOf({ state: 'unknown', reason });
	expect(error.message).toBe(`${message} [item 7]`);
	expect(error.context.data).toEqual({ outcome: 'unknown' });
	expect(error.httpCode).toBeNull();
	expect(error.failure).toBeUndefined();
});

it.each([
	[500, 'temporarily-unavailable'],
	[599, 'temporarily-unavailable'],
])("names the status of Cashfree's own faults: HTTP %d", (status, cause) => {
	const body = { message: 'something went wrong' };
	const error = errorOf({ state: 'unknown', reason: 'server', status, body });
	expect(error.message).toBe(`Cashfree could not process this request (HTTP ${status}) [item 7]`);
	expect(error.description).toContain('something went wrong');
	expect(error.failure).toEqual({ cause });
});

it('says how to find out what is not known', () => {
	const error = errorOf(
		{ state: 'unknown', reason: 'timeout' },
		{ clearUp: "Use the operation 'Get Status'." },
	);
	expect(error.description).toBe(
		"It is not known whether Cashfree acted on this request. Use the operation 'Get Status'.",
	);
});

it('says that nothing was created where the request creates nothing', () => {
	expect(errorOf({ state: 'unknown', reason: 'timeout' }).description).toBe(
		'Nothing was created, so running this item again is safe.',
	);
});

it.each<[string, RequestOutcome, string, string]>([
	[
		'the network',
		{ state: 'not_sent', code: 'ENOTFOUND' },
		'Cashfree could not be reached (ENOTFOUND), and nothing was sent',
		'network and proxy',
	],
	[
		'a network without words',
		{ state: 'not_sent', code: '' },
		'Cashfree could not be reached, and nothing was sent',
		"'Environment'",
	],
	[
		'its loss each time',
		{ state: 'not_sent', code: ownCodes.notCreated, status: 502 },
		'Cashfree did not process this request although it was sent several times (HTTP 502)',
		'running this item again is safe',
	],
	[
		'the stop of the run',
		{ state: 'not_sent', code: ownCodes.stopped },
		'The run was stopped before this request was sent',
		'Run this item again.',
	],
])('tells what came of %s', (_, outcome, message, advice) => {
	const error = errorOf(outcome);
	expect(error.message).toBe(`${message} [item 7]`);
	expect(error.description).toContain(advice);
	expect(error.context.data).toMatchObject({ outcome: 'not_sent' });
});

it('keeps the code of what was not sent beside the words of the last try', () => {
	const body = { code: 'verification_failed', message: 'something went wrong' };
	const { context } = errorOf({
		state: 'not_sent',
		code: ownCodes.notCreated,
		status: 500,
		body,
	});
	expect(context.data).toEqual({
		code: 'not_created',
		http_status: 500,
		cashfree_message: 'something went wrong',
		outcome: 'not_sent',
	});
});
