import { ExpressionError, NodeOperationError, UserError } from 'n8n-workflow';
import { unforeseen } from '../../../nodes/shared/unforeseen';
import { node } from '../../support/scriptedContext';

const told = (reason: unknown) => {
	const error = unforeseen(node, 4, reason, 'unknown');
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.context).toMatchObject({ itemIndex: 4, data: { outcome: 'unknown' } });
	const { message, description } = error;
	// all that n8n stores and logs of it
	const left = JSON.stringify([error, { ...error, message, stack: error.stack }]);
	return { message, description, left };
};

class AshaError extends RangeError {
	override message = 'Asha Rao';
	override stack = 'Error: Asha Rao\n    at Asha (/Rao.js:1:2)';
}

const parsed = () => {
	try {
		return JSON.parse('{"name": Asha Rao}') as unknown;
	} catch (reason) {
		return reason;
	}
};

it.each<[string, unknown, string]>([
	['an exception', new RangeError('"Asha Rao" is bad'), 'RangeError at unforeseen.test.ts:'],
	[
		'an exception whose message looks like a stack',
		new TypeError('x\n    at Asha (/Rao.js:1:2)'),
		'TypeError at unforeseen.test.ts:',
	],
	['a parser’s exception', parsed(), 'SyntaxError'],
	['an exception with a stack of its own', new AshaError(), 'AshaError.'],
	['an exception with a cause', new Error('Asha', { cause: new Error('Rao') }), 'Error at'],
	['a text', 'Asha Rao', 'no error object'],
	['an object', { message: 'Asha', constructor: { name: 'Rao' } }, 'no error object'],
	['nothing', undefined, 'no error object'],
])('%s is told by its kind and place, never in its own words', (_, reason, place) => {
	const { message, description, left } = told(reason);
	expect(message).toBe('Something unexpected happened in this node [item 4]');
	expect(description).toContain('It is not known whether Cashfree acted');
	expect(description).toContain(place);
	expect(left).not.toMatch(/Asha(?!Error)|Rao/);
});

it.each([
	['the credential', new UserError("'Client ID' is empty")],
	['an expression', new ExpressionError("'Client ID' is empty")],
	[
		'the cause of an exception',
		new Error('Asha', { cause: new UserError("'Client ID' is empty") }),
	],
])('the words of %s are handed on', (_, reason) => {
	const { message, left } = told(reason);
	expect(message).toBe("'Client ID' is empty [item 4]");
	expect(left).not.toContain('Asha');
});
