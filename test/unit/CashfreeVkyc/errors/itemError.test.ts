import { NodeOperationError } from 'n8n-workflow';
import { fieldErrorOf } from '../../../../nodes/CashfreeVkyc/validation/fieldError';
import { failedItem, itemError } from '../../../../nodes/CashfreeVkyc/errors/itemError';
import { answered } from '../transport/outcomes';
import { apiError } from '../../../../nodes/CashfreeVkyc/errors/apiError';
import { node } from '../../../support/scriptedContext';

const own = fieldErrorOf(node, 3, 'ID')('is bad', 'Give another.');

it("leaves an item's own refusal as it is", () => {
	const refusal = apiError(answered(400), {
		node,
		itemIndex: 3,
		sensitive: { secrets: [], bodies: [] },
	});
	expect(itemError(node, 3, own, false)).toBe(own);
	expect(itemError(node, 3, refusal, true)).toBe(refusal);
});

it('gives what came from another item, whose request this one shares, its own number', () => {
	expect(itemError(node, 7, own, true)).toMatchObject({
		message: "'ID' is bad [item 7]",
		description: 'Give another.',
		context: { itemIndex: 7, data: { field: 'ID', outcome: 'not_sent' } },
	});
});

it('puts the number of the item to what does not name it', () => {
	const reason = new NodeOperationError(node, 'EPERM: n8n does not allow this address', {
		itemIndex: 3,
	});
	reason.message = 'EPERM: n8n does not allow this address';
	const error = itemError(node, 3, reason, true);
	expect(error.message).toBe('EPERM: n8n does not allow this address [item 3]');
	expect(error.context).toMatchObject({ itemIndex: 3, data: { outcome: 'unknown' } });
	reason.context.data = { outcome: 'not_sent' };
	expect(itemError(node, 3, reason, true).context.data).toEqual({ outcome: 'not_sent' });
});

it.each([
	[new RangeError('Zoravar'), true, 'unknown', /not known .* Look it up .*RangeError/],
	[new TypeError('Zoravar'), false, 'not_sent', /^Nothing was sent\. .*TypeError/],
	['Zoravar', false, 'not_sent', /^Nothing was sent/],
])('tells of a bug no more than its kind, and whether anything was sent: %s', (...given) => {
	const [reason, wasSent, outcome, description] = given;
	const error = itemError(node, 3, reason, wasSent);
	expect(error).toMatchObject({
		message: 'Something unexpected happened in this node [item 3]',
		description: expect.stringMatching(description),
		context: { itemIndex: 3, data: { outcome } },
	});
	expect(JSON.stringify([error, error.stack])).not.toContain('Zoravar');
});

it('makes the item that goes on in place of a failed one', () => {
	expect(failedItem(own, 3, { user_id: 'lead-1' })).toEqual({
		json: {
			user_id: 'lead-1',
			error: {
				message: "'ID' is bad [item 3]",
				description: 'Give another.',
				code: 'invalid_field',
				field: 'ID',
				outcome: 'not_sent',
			},
		},
		pairedItem: { item: 3 },
	});
	const bare = new NodeOperationError(node, 'bare');
	expect(failedItem(bare, 0, {}).json.error).toMatchObject({ message: 'bare' });
});
