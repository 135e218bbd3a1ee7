import { judge, testId } from '../../../credentials/testAnswer';
import type { TestAnswer } from '../../../credentials/testAnswer';

const address = 'https://sandbox.cashfree.com/verification';
const verdictOn = (statusCode: number, body: unknown, headers?: TestAnswer['headers']) =>
	judge({ statusCode, body, ...(headers && { headers }) }, address, ['cfsk_invented']);

const found = { verification_id: testId, reference_id: 12, status: 'RECEIVED' };
const unknown = {
	type: 'validation_error',
	code: 'verification_id_not_found',
	message: 'verification_id does not exist',
};

it.each([
	[200, found],
	[200, { ...found, reference_id: '1234567890123456789' }],
	[404, unknown],
	[400, { ...unknown, code: 'invalid_request' }],
	[422, { ...unknown, type: 'not_found_error', message: 'any words' }],
])('takes HTTP %d with %j for proof of the keys', (status, body) => {
	expect(verdictOn(status, body)).toEqual({ status: 'OK', message: 'Connection successful!' });
});

it.each<[number, unknown]>([
	[200, { ...found, verification_id: 'another' }],
	[200, { ...found, status: '' }],
	[200, { ...found, status: 7 }],
	[200, { ...found, reference_id: 0 }],
	[200, { ...found, reference_id: 'a12' }],
	[200, { ...found, reference_id: '12a' }],
	[200, { ...found, reference_id: '12345678901234567890' }],
	[200, {}],
	[200, null],
	[200, '<html>'],
	[201, found],
	[404, { ...unknown, code: '' }],
	[404, { ...unknown, message: '' }],
	[404, { ...unknown, type: 'Validation Error' }],
	[404, { ...unknown, type: 'server_error' }],
	[404, { ...unknown, code: 'not_found', message: 'No route for verification_id' }],
	[405, unknown],
	[400, { ...unknown, code: 'authentication_failed', message: 'refused' }],
	[401, { ...unknown, code: 'new', message: 'No authentication here' }],
	[503, 'Service Unavailable'],
])('takes HTTP %d with %j for no proof', (status, body) => {
	const { status: verdict, message } = verdictOn(status, body);
	expect(verdict).toBe('Error');
	expect(message).toMatch(
		new RegExp(`^The server at this address answered with HTTP ${status}\\b.* not proven\\.`),
	);
});

it.each([
	[401, { code: 'authentication_failed', message: 'refused' }],
	[401, { code: 'new', message: 'The client id is wrong' }],
	[401, { code: 'new', message: 'Wrong ClientSecret' }],
])('takes HTTP %d with %j for a refusal of the keys', (status, said) => {
	expect(verdictOn(status, { ...unknown, ...said }).message).toMatch(
		/^Cashfree does not know this pair of client ID and client secret\./,
	);
});

it.each([
	[407, {}, { via: '1.1 squid.example:3128 (squid)' }, ' (squid.example:3128)'],
	[407, unknown, undefined, ''],
	[403, '<html>', { via: 'http/1.1 x' }, ''],
	[403, { ...unknown, code: '' }, {}, ''],
	[403, '', { via: ['1.1 squid'] }, ''],
])('names the proxy in HTTP %d with %j and %j', (status, body, headers, name) => {
	const { message } = verdictOn(status, body, headers as TestAnswer['headers']);
	expect(message).toContain(
		`A proxy or firewall${name} between this n8n and sandbox.cashfree.com re`,
	);
	expect(message?.includes('user name and password')).toBe(status === 407);
});

it.each([429, 500, 503])('says that Cashfree could not check the keys: its HTTP %d', (status) => {
	expect(verdictOn(status, unknown).message).toMatch(/could not check the keys/);
});

it('quotes no more than some words, and no letters that a screen may not show', () => {
	const long = 'x'.repeat(3000);
	const quoted = (text = '') => /"(.*?)"/.exec(text)?.[1] ?? '';
	const refusal = verdictOn(403, { ...unknown, message: long });
	expect(refusal.message).toContain(`Cashfree's words: "${'x'.repeat(200)}"`);
	const unclear = verdictOn(404, { ...unknown, type: '', code: `a\u202eb\u0000${long}` });
	expect(quoted(unclear.message)).toBe(`ab${'x'.repeat(98)}`);
	expect(verdictOn(404, { code: 'cfsk_invented' }).message).not.toContain('invented');
});
