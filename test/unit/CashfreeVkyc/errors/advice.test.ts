import { adviceFor } from '../../../../nodes/CashfreeVkyc/errors/advice';
import { adviceByCode } from '../../../../nodes/CashfreeVkyc/errors/adviceByCode';

/** Status, what Cashfree answers, and a piece of what is said about it. */
it.each<[number, Record<string, unknown>, string]>([
	[400, { code: 'verification_id_missing' }, 'no verification ID'],
	[302, {}, 'a redirect, which is not followed'],
	[300, { code: 'verification_id_missing' }, 'a redirect'],
	[399, {}, 'a redirect'],
	[299, {}, 'did not accept this request'],
	[400, {}, 'did not accept this request'],
	[400, { code: 'constructor' }, 'did not accept this request'],
	[418, { code: 'new' }, 'did not accept this request'],
	[401, { code: 'authentication_failed' }, 'does not know this pair'],
	[403, {}, 'did not allow this request'],
	[403, { message: 'x-cf-signature missing in the request header' }, 'requires signed requests'],
	[403, { message: 'Signature Missing' }, 'requires signed requests'],
	[403, { message: 'Signature mismatch' }, 'did not accept the signature'],
	[400, { message: 'Signature mismatch' }, 'did not accept this request'],
	[404, {}, 'has nothing with this ID'],
	[404, { code: 'user_id_not_found' }, 'has no user with this user ID'],
	[409, {}, 'conflicts with what exists'],
	[400, { code: ['x'], message: { toString: 1 } }, 'did not accept this request'],
	[422, {}, 'cannot process this request'],
	[422, { code: 'insufficient_balance' }, 'no balance left'],
	[429, { code: 'too_many_requests_per_ip' }, 'reached its rate limit'],
	[400, { code: 'invalid_request', message: 'Service Not Enabled for you.' }, 'not switched on'],
	[403, { code: 'ip_validation_failed' }, 'is not whitelisted at Cashfree'],
	[400, { code: 'client_id_locked' }, 'does not know this pair'],
	[400, { code: 'client secret expired' }, 'does not know this pair'],
	[400, { code: 'clientid_locked' }, 'does not know this pair'],
	[400, { code: 'new', message: 'This key belongs to test' }, 'belong to the other environment'],
	[400, { code: 'x-api-version_unknown' }, 'does not accept the API version'],
	[400, { message: 'x-api-version is too old' }, 'does not accept the API version'],
	[400, { code: 'new', message: 'current ip is 106.51.91.104' }, 'did not accept this request'],
])('HTTP %d with %j: %s', (status, body, words) => {
	expect(adviceFor({ status, body: body as never }).message).toContain(words);
});

it('names the address that is to be whitelisted', () => {
	const message =
		'IP not whitelisted your current ip is 106.51.91.104.For assistance, visit our guide';
	const body = { code: 'ip_validation_failed', message };
	const { message: told, description } = adviceFor({ status: 403, body });
	expect(told).toBe('The IP address of this n8n is not whitelisted at Cashfree: 106.51.91.104');
	expect(description).toBe(adviceByCode.ip_validation_failed?.description);
});

it('says whom to ask where Video KYC is not switched on', () => {
	const { description } = adviceFor({ status: 400, body: { message: 'not enabled' } });
	expect(description).toBe('Ask Cashfree to enable it for this environment.');
});

const general = [300, 400, 401, 403, 404, 409, 422, 429].map((status) =>
	adviceFor({ status, body: {} }),
);
const signature = ['signature', 'signature missing'].map((message) =>
	adviceFor({ status: 403, body: { message } }),
);
const all = [
	...general,
	...signature,
	adviceFor({ status: 400, body: { message: 'not enabled' } }),
];

it.each(all.map(({ message, description }) => [message, description]))(
	'"%s" is followed by what to do',
	(message, description) => {
		expect(message).toMatch(/^[A-Z].*[^.]$/);
		expect(description).toMatch(/^[A-Z].*\.$/);
		expect(`${message} ${description}`).not.toMatch(/\b(error|problem|failure|mistake)\b/i);
	},
);
