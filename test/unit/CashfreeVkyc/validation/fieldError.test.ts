import fc from 'fast-check';
import { fieldErrorOf } from '../../../../nodes/CashfreeVkyc/validation/fieldError';
import { node } from '../../../support/scriptedContext';
import { fieldErrorFor, refused } from './itemFields';

/** The names of operating system codes, in place of which n8n writes words of its own. */
const codes = [
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'ETIMEDOUT',
	'ERRADDRINUSE',
	'EADDRNOTAVAIL',
	'ECONNABORTED',
	'EHOSTUNREACH',
	'EAI_AGAIN',
	'ENOENT',
	'EISDIR',
	'ENOTDIR',
	'EACCES',
	'EEXIST',
	'EPERM',
	'GETADDRINFO',
];

it('names the field, its fault, the item and the rule', () => {
	const error = fieldErrorOf(node, 3, 'PIN Code')('is empty', 'Give six digits.');
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: "'PIN Code' is empty [item 3]",
		description: 'Give six digits.',
		node,
		context: {
			itemIndex: 3,
			data: { code: 'invalid_field', field: 'PIN Code', outcome: 'not_sent' },
		},
	});
});

it('keeps a message that contains the name of an operating system code', () => {
	const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ _') });
	const anyCase = fc.constantFrom(...codes, ...codes.map((code) => code.toLowerCase()));
	fc.assert(
		fc.property(letters, anyCase, letters, (before, code, after) => {
			const text = `contains "${before}${code}${after}"`;
			const error = fieldErrorOf(node, 0, 'Notification Types')(text, 'Use sms.');
			expect(error.message).toBe(`'Notification Types' ${text} [item 0]`);
			expect(error.description).toBe('Use sms.');
		}),
	);
});

it('keeps a rule that contains such a name', () => {
	const error = fieldErrorOf(node, 0, 'Name')('is empty', 'Take it from approvePermissions.');
	expect(error.description).toBe('Take it from approvePermissions.');
});

it('is thrown, not made ready, by whoever asks for it', () => {
	expect(
		refused(() => {
			throw fieldErrorFor('Name')('is empty', 'Give a name.');
		}),
	).toEqual({ field: 'Name', what: 'is empty', rule: 'Give a name.' });
});
