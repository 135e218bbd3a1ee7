import { answers, fieldInvalid, fieldMissing } from './answers';
import type { Answer } from './answers';
import type { Problem } from './contract';

/** Fields that have rows of their own, in the order in which they are looked at. */
const order = [
	'verification_id',
	'user_reference_id',
	'user_id',
	'user_template',
	'agent_template',
];

/** By field and keyword. */
const rows: Record<string, Record<string, Answer>> = {
	verification_id: {
		required: answers.verification_id_missing,
		minLength: answers.verification_id_value_missing,
		maxLength: answers.verification_id_length_exceeded,
		pattern: answers.verification_id_characters_invalid,
		type: answers.verification_id_value_invalid,
	},
	user_id: {
		minLength: answers.user_id_number_missing,
		maxLength: answers.user_id_value_invalid,
		pattern: answers.user_id_value_invalid,
		type: answers.user_id_value_invalid,
	},
	user_template: {
		minLength: answers.user_template_value_missing,
		type: answers.user_template_value_invalid,
	},
	agent_template: {
		minLength: answers.agent_template_value_missing,
		type: answers.agent_template_value_invalid,
	},
	phone: {
		minLength: answers.phone_length_short,
		maxLength: answers.phone_length_exceeded,
		pattern: answers.phone_value_invalid,
		type: answers.phone_value_invalid,
	},
};

/**
 * The answer to a body that breaks the contract: one answer, for the first field in `order`.
 * @param problems at least one
 */
export function answerTo(problems: Problem[]): Answer {
	const rank = (field: string) => order.indexOf(field) + 1 || order.length + 1;
	const [first] = problems.toSorted((a, b) => rank(a.field) - rank(b.field));
	if (!first) throw new Error('There is no problem to answer.');
	const { field, keyword, rule } = first;
	const row = rows[field]?.[keyword];
	if (row) return row;
	if (field === '')
		return keyword === 'anyOf' ? answers.user_id_number_missing : answers.bad_request;
	if (keyword === 'required') return fieldMissing(field);
	if (keyword === 'anyOf') return fieldMissing(`${field}.split_address`);
	return keyword === 'additionalProperties'
		? fieldInvalid(field, 'is not a field of this request')
		: fieldInvalid(field, rule);
}
