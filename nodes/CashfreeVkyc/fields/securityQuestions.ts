import type { IDataObject } from 'n8n-workflow';
import type { ItemFields } from '../run/operation';
import { requiredText } from './text';

const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The security questions of an item, numbered by their position.
 * `security_questions` of https://www.cashfree.com/docs/api-reference/vrs/v2/video-kyc/initiate-vkyc
 *
 * @throws where a question or an answer is blank
 */
export function securityQuestions(fields: ItemFields): IDataObject[] | undefined {
	// read whole, because an expression may stand for the whole collection
	const collection = fields.get('securityQuestions') ?? {};
	const given = isObject(collection) ? (collection.question ?? []) : collection;
	if (!Array.isArray(given) || !given.every(isObject)) {
		const rule =
			'Add each question on its own, or give a list of objects with question and answer.';
		throw fields.fault('Security Questions')('is not a list', rule);
	}
	if (given.length === 0) return undefined;
	return given.map((entry, position) => {
		const order = position + 1;
		return {
			order,
			question: requiredText(entry.question, fields.fault(`Question ${order}`)),
			answer: requiredText(entry.answer, fields.fault(`Answer to question ${order}`)),
		};
	});
}
