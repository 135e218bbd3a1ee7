import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { fieldErrorOf } from '../../../../nodes/CashfreeVkyc/validation/fieldError';
import type { ItemFields } from '../../../../nodes/CashfreeVkyc/actions/operation';
import { node } from '../../../support/scriptedContext';

const itemIndex = 7;

export const fieldErrorFor = (label: string) => fieldErrorOf(node, itemIndex, label);

/** The eighth item of a run, with these parameters and no others. */
export const fieldsOf = (
	parameters: Record<string, unknown>,
	{ timezone = 'Asia/Kolkata', options = {} as IDataObject } = {},
): ItemFields => ({
	timezone,
	options,
	get: (parameter) => parameters[parameter] ?? null,
	fieldError: fieldErrorFor,
});

/** Runs what is to be refused. */
export function refusalOf(work: () => unknown): NodeOperationError {
	let outcome: unknown;
	try {
		outcome = { accepted: work() };
	} catch (reason) {
		outcome = reason;
	}
	expect(outcome).toBeInstanceOf(NodeOperationError);
	return outcome as NodeOperationError;
}

/**
 * What the message of a refusal says, after the check of what all of them have in common: they name
 * the field by its label and the item, say what to do, and keep to n8n's choice of words.
 */
export function refused(work: () => unknown) {
	const { message, description, context } = refusalOf(work);
	const [, field, what] = /^'([^']+)' (.+) \[item 7\]$/s.exec(message) ?? [];
	expect({ field, what }).toEqual({ field: expect.any(String), what: expect.any(String) });
	expect(description).toMatch(/^[A-Z].*\.$/);
	const withoutQuoted = `${what} ${description}`.replace(/^contains '[^']+'/, '');
	expect(withoutQuoted).not.toMatch(/error|problem|failure|mistake|undefined|NaN/i);
	expect(context).toMatchObject({
		itemIndex: 7,
		data: { code: 'invalid_field', field, outcome: 'not_sent' },
	});
	return { field, what, rule: description };
}
