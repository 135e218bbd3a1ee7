import type { IDataObject } from 'n8n-workflow';
import { isBlank } from './blank';
import type { FieldErrorOf } from './fieldError';
import { maskPersonalData } from './mask';
import { pick, readOutputFields } from './outputFields';
import type { OutputField } from './outputFields';
import { outputLabels as labels } from './outputProperties';

export type { OutputField };

export interface OutputOptions {
	output: 'full' | 'selected' | 'simplified';
	/** Paths into the response, e.g. `aadhaar_details.name` or `security_questions[0].answer` */
	outputFields: string[];
	mask: boolean;
}

const forms: readonly unknown[] = ['full', 'selected', 'simplified'];

/** Off is what hands on personal data, so it has to be said clearly; an expression may give nothing. */
function readMask(options: IDataObject, fieldErrorOf: FieldErrorOf): boolean {
	if (!Object.hasOwn(options, 'maskPersonalData')) return false;
	const { maskPersonalData: value } = options;
	if (isBlank(value)) return true;
	const word = String(typeof value === 'object' ? '' : value).trim();
	if (/^true$/i.test(word)) return true;
	if (/^false$/i.test(word)) return false;
	throw fieldErrorOf(labels.maskPersonalData)('has an unknown value', 'Use true or false.');
}

/**
 * Reads and checks the values of `outputProperties` and `maskProperty`.
 *
 * @param get the value of a field; 'Output Fields', which may be a text with commas, or an expression
 *   that results in an array, is asked for only where it counts
 * @param options the item's 'Options'; what was not added to it, or was left empty, has its default
 * @throws where a value makes no sense, or 'Selected Fields' is chosen and none is named
 */
export function readOutputOptions(
	get: (parameter: string, label: string) => unknown,
	options: IDataObject,
	fieldErrorOf: FieldErrorOf,
): OutputOptions {
	const given = get('output', labels.output);
	const output = isBlank(given) ? 'full' : given;
	if (!forms.includes(output)) {
		throw fieldErrorOf(labels.output)('has an unknown value', 'Use full, selected or simplified.');
	}
	const { outputFields: label } = labels;
	return {
		output: output as OutputOptions['output'],
		outputFields:
			output === 'selected'
				? readOutputFields(get('outputFields', label), fieldErrorOf(label))
				: [],
		mask: readMask(options, fieldErrorOf),
	};
}

/**
 * The JSON that goes to the next node.
 *
 * Picked fields are on one level, named by their path with underscores, because tables,
 * sheets and expressions take such names as they are and would read a dot as nesting. A field that
 * the response does not have is null, in both forms, so that all items have the same columns.
 *
 * @param response Cashfree's response or event; is not changed. It is masked before fields are picked,
 *   because what a field contains is known by the field it is in
 * @param simplifiedFields the operation's own list, at most ten, most useful first
 */
export function shapeOutput(
	response: IDataObject,
	{
		output,
		outputFields,
		mask,
		simplifiedFields,
	}: OutputOptions & { simplifiedFields: readonly OutputField[] },
): IDataObject {
	const shown = mask ? maskPersonalData(response) : response;
	if (output === 'full') return shown;
	return pick(shown, output === 'simplified' ? simplifiedFields : outputFields);
}
