import type { IDataObject } from 'n8n-workflow';
import { isBlank } from '../../shared/blank';
import type { ItemFields } from '../actions/operation';
import { collectionOf } from '../../shared/collection';
import { isObject } from '../../shared/isObject';
import { requiredText } from './text';

/** More than an agent would ask; the API names no limit. */
const maxQuestions = 100;

/**
 * The security questions of an item, numbered by their position. An expression may give the whole
 * collection, or for the list in it.
 * `security_questions` of https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @throws where a question or an answer is blank
 */
export function securityQuestions(fields: ItemFields): IDataObject[] | undefined {
	const fieldError = fields.fieldError('Security Questions');
	const whole = fields.get('securityQuestions');
	const { question = [], ...others } = Array.isArray(whole)
		? { question: whole }
		: collectionOf(whole, fieldError);
	const given = Object.keys(others).length > 0 ? others : question;
	if (isBlank(given)) return undefined;
	if (!Array.isArray(given) || !given.every(isObject)) {
		const rule =
			'Add each question on its own, or give a list of objects with question and answer.';
		throw fieldError('is not a list', rule);
	}
	if (given.length > maxQuestions) {
		throw fieldError(`has ${given.length} entries`, `Use at most ${maxQuestions} questions.`);
	}
	return given.map((entry, position) => {
		const order = position + 1;
		return {
			order,
			question: requiredText(entry.question, fields.fieldError(`Question ${order}`), 500),
			answer: requiredText(entry.answer, fields.fieldError(`Answer to question ${order}`), 500),
		};
	});
}
