import {
	isCertificateCode,
	readFault,
	readResponse,
} from '../../../../nodes/CashfreeVkyc/transport/outcome';

const headers = { 'x-request-id': 'a' };
const html = '<html>Bad Gateway</html>';
const unknown = (reason: string, status: number) => ({
	outcome: 'unknown',
	reason,
	status,
	headers,
});

it.each<[string, number, unknown, object]>([
	['an object', 200, '{"a":1}', { outcome: 'answered', status: 200, headers, body: { a: 1 } }],
	['a refusal', 499, '{"a":1}', { outcome: 'answered', status: 499, headers, body: { a: 1 } }],
	['its own fault', 500, '{"a":1}', { ...unknown('server', 500), body: { a: 1 } }],
	['nothing', 200, '', unknown('empty', 200)],
	['blanks', 500, ' \r\n', unknown('empty', 500)],
	['no body at all', 204, undefined, unknown('empty', 204)],
	['a web page', 200, html, unknown('html', 200)],
	['a web page after blanks', 502, `\n ${html}`, unknown('html', 502)],
	['a web page with a refusal', 403, html, unknown('html', 403)],
	['half of an object', 200, '{"a":', unknown('not json', 200)],
	['a text with a sign of a web page in it', 200, 'a < b', unknown('not json', 200)],
	['a list', 200, '[]', unknown('not json', 200)],
	['a redirect', 300, html, { outcome: 'answered', status: 300, headers, body: {} }],
	['a redirect without body', 399, '', { outcome: 'answered', status: 399, headers, body: {} }],
	['a page that is no redirect', 299, html, unknown('html', 299)],
	['a page after the redirects', 400, html, unknown('html', 400)],
	["a gateway's rate limit", 429, html, { outcome: 'answered', status: 429, headers, body: {} }],
	['a rate limit', 429, '{"a":1}', { outcome: 'answered', status: 429, headers, body: { a: 1 } }],
	[
		'an object that n8n has parsed',
		200,
		{ a: 1 },
		{ outcome: 'answered', status: 200, headers, body: { a: 1 } },
	],
])('Cashfree answers with %s (HTTP %d)', (_, statusCode, body, attempt) => {
	expect(readResponse({ statusCode, headers, body })).toEqual(attempt);
});

/** As n8n throws it: its own one, axios' one as the cause, and the one of Node.js as the cause of that. */
const thrown = (code: string | undefined, cause?: object) => ({
	cause: { isAxiosError: true, code, cause },
});
const connect = (code: string) => ({ code, syscall: 'connect' });

it.each<[string, object, object]>([
	[
		'no one listens',
		thrown('ECONNREFUSED', connect('ECONNREFUSED')),
		{ outcome: 'not sent', code: 'ECONNREFUSED' },
	],
	[
		'the name is unknown',
		thrown('ENOTFOUND', { syscall: 'getaddrinfo' }),
		{ outcome: 'not sent', code: 'ENOTFOUND' },
	],
	[
		'connecting takes too long',
		thrown('ETIMEDOUT', connect('ETIMEDOUT')),
		{ outcome: 'not sent', code: 'ETIMEDOUT' },
	],
	[
		'no address can be reached',
		thrown('ECONNREFUSED', { errors: [connect('ECONNREFUSED'), connect('ENETUNREACH')] }),
		{ outcome: 'not sent', code: 'ECONNREFUSED' },
	],
	[
		'one address broke off later',
		thrown('ECONNRESET', { errors: [connect('ECONNREFUSED'), { syscall: 'read' }] }),
		{ outcome: 'unknown', reason: 'connection lost' },
	],
	[
		'the way is lost while reading',
		thrown('EHOSTUNREACH', { syscall: 'read' }),
		{ outcome: 'unknown', reason: 'connection lost' },
	],
	[
		'the certificate is too old',
		thrown('CERT_HAS_EXPIRED'),
		{ outcome: 'not sent', code: 'CERT_HAS_EXPIRED' },
	],
	[
		'the connection is cut',
		thrown('ECONNRESET', { syscall: 'read' }),
		{ outcome: 'unknown', reason: 'connection lost' },
	],
	[
		'the answer is cut',
		thrown('ERR_BAD_RESPONSE'),
		{ outcome: 'unknown', reason: 'connection lost' },
	],
	['there is no code', thrown(undefined), { outcome: 'unknown', reason: 'connection lost' }],
	['the time is up', thrown('ERR_CANCELED'), { outcome: 'unknown', reason: 'timeout' }],
	[
		'nothing is heard for too long',
		thrown('ECONNABORTED'),
		{ outcome: 'unknown', reason: 'timeout' },
	],
	[
		'the network gives up',
		thrown('ETIMEDOUT', { syscall: 'read' }),
		{ outcome: 'unknown', reason: 'timeout' },
	],
])('%s', (_, fault, attempt) => {
	expect(readFault(fault, false)).toEqual(attempt);
});

it('says that the run was stopped where it was', () => {
	expect(readFault(thrown('ERR_CANCELED'), true)).toEqual({
		outcome: 'unknown',
		reason: 'stopped',
	});
});

it('knows that nothing was sent also where the run was stopped', () => {
	const fault = thrown('ECONNREFUSED', connect('ECONNREFUSED'));
	expect(readFault(fault, true)).toEqual({ outcome: 'not sent', code: 'ECONNREFUSED' });
});

it.each([{}, { cause: new RangeError('no') }, { cause: { code: 'ECONNREFUSED' } }])(
	'leaves alone what did not happen on the way: %o',
	(fault) => {
		expect(readFault(fault, false)).toBeUndefined();
	},
);

it.each([
	['CERT_HAS_EXPIRED', true],
	['ERR_TLS_CERT_ALTNAME_INVALID', true],
	['DEPTH_ZERO_SELF_SIGNED_CERT', true],
	['SELF_SIGNED_CERT_IN_CHAIN', true],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', true],
	['ECONNRESET', false],
	['NO_CERT_', false],
])('%s is about the certificate: %p', (code, isAbout) => {
	expect(isCertificateCode(code)).toBe(isAbout);
});
